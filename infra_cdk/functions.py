"""How each function is made. What each may do is written in one list in `grants.py`."""

from collections.abc import Callable

from aws_cdk import Duration, RemovalPolicy, Size
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra_cdk import network
from infra_cdk.environments import Environment
from infra_cdk.layers import Code
from infra_cdk.shapes import FunctionShape, shapes
from infra_cdk.stubs import given
from wareloom.kit.settings import MoodSettings

RUNTIME = lambda_.Runtime.PYTHON_3_13
ARCHITECTURE = lambda_.Architecture.ARM_64
LOG_DAYS = {1: logs.RetentionDays.ONE_DAY, 14: logs.RetentionDays.TWO_WEEKS, 90: logs.RetentionDays.THREE_MONTHS}


class Functions:
    """Makes them all; `made` finds each by its name."""

    def __init__(
        self,
        scope: Construct,
        environment: Environment,
        code: Code,
        settings: Callable[[FunctionShape], dict[str, str]],
    ) -> None:
        self._scope = scope
        self._environment = environment
        self._code = code
        self._place = network.place(scope, environment) if environment.cloud else None
        self._may_stand = network.may_stand_in_network(scope) if environment.cloud else None
        self.made = {shape.name: self._function(shape, settings(shape)) for shape in shapes(environment)}

    def _function(self, shape: FunctionShape, variables: dict[str, str]) -> lambda_.IFunction:
        home = Construct(self._scope, shape.name)
        log = self._log(home, shape)
        made = lambda_.Function(
            home,
            "Function",
            function_name=self._environment.named(shape.name),
            runtime=lambda_.Runtime.FROM_IMAGE if shape.image else RUNTIME,
            architecture=ARCHITECTURE,
            handler=lambda_.Handler.FROM_IMAGE if shape.image else f"functions.{shape.name}.handler.handle",
            code=self._code.image(shape.name) if shape.image else self._code.function(shape.name),
            layers=None if shape.image else self._code.layers(shape.layers),
            memory_size=shape.memory,
            timeout=Duration.seconds(shape.seconds),
            ephemeral_storage_size=self._disk(shape),
            reserved_concurrent_executions=shape.concurrency,
            environment={"POWERTOOLS_SERVICE_NAME": shape.name, "POWERTOOLS_LOG_LEVEL": "INFO"} | variables,
            role=self._role(home, log),
            log_group=log,
            logging_format=lambda_.LoggingFormat.JSON,
        )
        if self._place:
            self._place.hold(made)
        return given(made)

    def _disk(self, shape: FunctionShape) -> Size | None:
        """What everybody has is not asked for."""
        wanted = self._environment.model_disk if MoodSettings in shape.settings else 512
        return Size.mebibytes(wanted) if wanted > 512 else None

    def _log(self, home: Construct, shape: FunctionShape) -> logs.LogGroup:
        return logs.LogGroup(
            home,
            "Log",
            log_group_name=f"/aws/lambda/{self._environment.named(shape.name)}",
            retention=LOG_DAYS[self._environment.log_days],
            removal_policy=RemovalPolicy.DESTROY,
        )

    def _role(self, home: Construct, log: logs.LogGroup) -> iam.IRole:
        """Made here, for the role that the CDK would make may write every log of the account."""
        role: iam.IRole = given(iam.Role(home, "Role", assumed_by=given(iam.ServicePrincipal("lambda.amazonaws.com"))))
        log.grant_write(role)
        if self._may_stand:
            role.add_managed_policy(given(self._may_stand))
        return role
