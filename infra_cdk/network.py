"""Where functions and the database live in AWS: no way in, and out only through NAT. A laptop has no such thing."""

from dataclasses import dataclass

from aws_cdk import RemovalPolicy
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra_cdk import handover
from infra_cdk.environments import Cloud, Environment

POSTGRES = ec2.Port.tcp(5432)


@dataclass(frozen=True)
class Place:
    """Where the functions of the App stack run: only ids, which is all that it may know of what Data keeps."""

    subnets: tuple[str, str]
    group: str

    def hold(self, function: lambda_.Function) -> None:
        made = function.node.default_child
        if not isinstance(made, lambda_.CfnFunction):
            raise TypeError("a function is not what it was")
        made.vpc_config = lambda_.CfnFunction.VpcConfigProperty(
            subnet_ids=list(self.subnets), security_group_ids=[self.group]
        )


class Network(Construct):
    def __init__(self, scope: Construct, environment: Environment, cloud: Cloud) -> None:
        super().__init__(scope, "Network")
        self.vpc = ec2.Vpc(
            self,
            "Vpc",
            ip_addresses=ec2.IpAddresses.cidr("10.40.0.0/16"),
            max_azs=2,
            nat_gateways=cloud.nat_gateways,
            # Nothing uses the default group, and closing it would take a custom resource with rights over all groups.
            restrict_default_security_group=False,
            subnet_configuration=[
                ec2.SubnetConfiguration(name="public", subnet_type=ec2.SubnetType.PUBLIC, cidr_mask=24),
                ec2.SubnetConfiguration(name="functions", subnet_type=ec2.SubnetType.PRIVATE_WITH_EGRESS, cidr_mask=20),
                ec2.SubnetConfiguration(name="database", subnet_type=ec2.SubnetType.PRIVATE_ISOLATED, cidr_mask=24),
            ],
            gateway_endpoints={"S3": ec2.GatewayVpcEndpointOptions(service=ec2.GatewayVpcEndpointAwsService.S3)},
        )
        self.functions = self._group("Functions", "Functions: out to the web and to the database proxy, nothing in")
        self.functions.add_egress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(443), "AWS and the shops, over TLS")
        self.functions.add_egress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(80), "Shops that still redirect from http")
        self.proxy = self._group("Proxy", "The database proxy: functions in, the database out")
        self.database = self._group("Database", "The database: its proxy in, nothing out")
        self.functions.connections.allow_to(self.proxy, POSTGRES, "Functions reach the database through its proxy")
        self._keep_flow_logs(environment)
        self._hand_over(environment)

    def _group(self, name: str, about: str) -> ec2.SecurityGroup:
        return ec2.SecurityGroup(self, name, vpc=self.vpc, description=about, allow_all_outbound=False)

    def _keep_flow_logs(self, environment: Environment) -> None:
        kept = logs.LogGroup(
            self,
            "FlowLog",
            retention=logs.RetentionDays.ONE_MONTH,
            removal_policy=RemovalPolicy.DESTROY,
            log_group_name=f"/wareloom/{environment.name}/network",
        )
        self.vpc.add_flow_log(
            "Refused",
            destination=ec2.FlowLogDestination.to_cloud_watch_logs(kept),
            traffic_type=ec2.FlowLogTrafficType.REJECT,
        )

    def _hand_over(self, environment: Environment) -> None:
        first, second = self.vpc.private_subnets
        handover.put(self, environment, "subnet-1", first.subnet_id)
        handover.put(self, environment, "subnet-2", second.subnet_id)
        handover.put(self, environment, "functions-group", self.functions.security_group_id)


def place(scope: Construct, environment: Environment) -> Place:
    subnets = handover.take(scope, environment, "subnet-1"), handover.take(scope, environment, "subnet-2")
    return Place(subnets=subnets, group=handover.take(scope, environment, "functions-group"))


def may_stand_in_network(scope: Construct) -> iam.ManagedPolicy:
    """Lambda makes the network interfaces in a function's name. AWS lets these actions name no resource."""
    return iam.ManagedPolicy(
        scope,
        "StandInNetwork",
        statements=[
            iam.PolicyStatement(
                actions=[
                    "ec2:AssignPrivateIpAddresses",
                    "ec2:CreateNetworkInterface",
                    "ec2:DeleteNetworkInterface",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeSubnets",
                    "ec2:UnassignPrivateIpAddresses",
                ],
                resources=["*"],
            )
        ],
    )
