"""PostgreSQL: RDS behind a proxy that insists on TLS in AWS; on a laptop the server that is already running."""

from aws_cdk import Duration, RemovalPolicy, SecretValue
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_logs as logs
from aws_cdk import aws_rds as rds
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from infra_cdk import handover
from infra_cdk.environments import DATABASE, Cloud, Engine, Environment
from infra_cdk.network import POSTGRES, Network
from wareloom.kit.settings import DatabaseSettings

_ENGINE = rds.DatabaseInstanceEngine.postgres(version=rds.PostgresEngineVersion.VER_18)
_ROTATED_EVERY = Duration.days(30)


class Database(Construct):
    def __init__(self, scope: Construct, environment: Environment, cloud: Cloud, network: Network) -> None:
        super().__init__(scope, "Database")
        self.instance = self._instance(environment, cloud, network)
        self._rotate(environment, network)
        self.proxy = rds.DatabaseProxy(
            self,
            "Proxy",
            db_proxy_name=environment.named("database"),
            proxy_target=rds.ProxyTarget.from_instance(self.instance),
            secrets=[self.secret],
            vpc=network.vpc,
            vpc_subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PRIVATE_ISOLATED),
            security_groups=[network.proxy],
            require_tls=True,
            borrow_timeout=Duration.seconds(10),
            idle_client_timeout=Duration.minutes(30),
            max_connections_percent=90,
        )
        handover.put(self, environment, "database-host", self.proxy.endpoint)

    @property
    def secret(self) -> secretsmanager.ISecret:
        secret = self.instance.secret
        if secret is None:
            raise LookupError("the database was made without a secret")
        return secret

    def _instance(self, environment: Environment, cloud: Cloud, network: Network) -> rds.DatabaseInstance:
        identifier = environment.named("database")
        kept = logs.LogGroup(
            self,
            "Log",
            # RDS writes here whether or not the group exists; made first, it forgets in time.
            log_group_name=f"/aws/rds/instance/{identifier}/postgresql",
            retention=logs.RetentionDays.ONE_MONTH,
            removal_policy=RemovalPolicy.RETAIN,
        )
        instance = rds.DatabaseInstance(
            self,
            "Postgres",
            engine=_ENGINE,
            instance_identifier=identifier,
            instance_type=ec2.InstanceType(cloud.database_class),
            database_name=DATABASE,
            credentials=rds.Credentials.from_generated_secret(
                DATABASE, secret_name=environment.secret("database"), exclude_characters="\"'@/\\ "
            ),
            parameter_group=rds.ParameterGroup(
                self,
                "Parameters",
                engine=_ENGINE,
                description="TLS only; slow statements are written down",
                parameters={"rds.force_ssl": "1", "log_min_duration_statement": "500", "timezone": "UTC"},
            ),
            vpc=network.vpc,
            vpc_subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PRIVATE_ISOLATED),
            security_groups=[network.database],
            allocated_storage=cloud.database_storage_gb,
            max_allocated_storage=cloud.database_storage_gb * 5,
            storage_type=rds.StorageType.GP3,
            storage_encrypted=True,
            multi_az=cloud.multi_az,
            backup_retention=Duration.days(cloud.backup_days),
            delete_automated_backups=False,
            copy_tags_to_snapshot=True,
            deletion_protection=True,
            auto_minor_version_upgrade=True,
            iam_authentication=True,
            ca_certificate=rds.CaCertificate.RDS_CA_RSA2048_G1,
            cloudwatch_logs_exports=["postgresql"],
            removal_policy=RemovalPolicy.RETAIN,
        )
        instance.node.add_dependency(kept)
        return instance

    def _rotate(self, environment: Environment, network: Network) -> None:
        """A new password every month. Connections read the secret when they are made, so nobody has to be told."""
        group = ec2.SecurityGroup(
            self, "Rotation", vpc=network.vpc, description="Who changes the password", allow_all_outbound=False
        )
        group.add_egress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(443), "Secrets Manager")
        group.connections.allow_to(network.database, POSTGRES, "The password is changed in the database itself")
        self.secret.add_rotation_schedule(
            "Monthly",
            automatically_after=_ROTATED_EVERY,
            hosted_rotation=secretsmanager.HostedRotation.postgre_sql_single_user(
                function_name=environment.named("rotate_password"),
                vpc=network.vpc,
                vpc_subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PRIVATE_WITH_EGRESS),
                security_groups=[group],
            ),
        )


def local_secret(scope: Construct, environment: Environment, engine: Engine) -> None:
    """The same secret with the laptop's own values, which protect nothing: PostgreSQL listens to loopback alone."""
    secretsmanager.Secret(
        scope,
        "Database",
        secret_name=environment.secret("database"),
        secret_object_value={
            "username": SecretValue.unsafe_plain_text(engine.database_user),
            "password": SecretValue.unsafe_plain_text(engine.database_password),
        },
    )


def settings(scope: Construct, environment: Environment) -> DatabaseSettings:
    engine = environment.engine
    return DatabaseSettings(
        host=engine.host if engine else handover.take(scope, environment, "database-host"),
        port=engine.database_port if engine else 5432,
        name=DATABASE,
        user=engine.database_user if engine else DATABASE,
        secret_id=environment.secret("database"),
        require_tls=engine is None,
    )
