"""The WebSocket API. Its stage is named "ws", so the site's path /ws reaches it as it stands.

There is no authorizer: the connect route takes a ticket that works once, so a refusal is the function's own.
"""

import json

from aws_cdk import Aws, RemovalPolicy, Stack, Tags
from aws_cdk import aws_apigatewayv2 as apigateway
from aws_cdk import aws_apigatewayv2_integrations as integrations
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct, IDependable

from infra_cdk.environments import Environment
from infra_cdk.functions import LOG_DAYS

STAGE = "ws"
LOCAL_ID = "a9100002"
_LOGGED = {
    "request_id": "$context.requestId",
    "route": "$context.routeKey",
    "status": "$context.status",
    "ip": "$context.identity.sourceIp",
    "at": "$context.requestTime",
    "connection": "$context.connectionId",
    "fault": "$context.integrationErrorMessage",
}


class WebSocketApi(Construct):
    """Made before the functions, which need its address; its routes are added when the function is there."""

    def __init__(self, scope: Construct, environment: Environment) -> None:
        super().__init__(scope, "WebSocketApi")
        self._environment = environment
        self.api = apigateway.WebSocketApi(self, "Api", api_name=environment.named("socket"))
        self.stage = apigateway.WebSocketStage(
            self,
            "Stage",
            web_socket_api=self.api,
            stage_name=STAGE,
            auto_deploy=True,
            throttle=apigateway.ThrottleSettings(
                rate_limit=environment.requests_per_second, burst_limit=environment.request_burst
            ),
        )
        if environment.engine:
            Tags.of(self.api).add("ms-custom-id", LOCAL_ID)

    def route_to(self, function: lambda_.IFunction) -> None:
        for route in ("$connect", "$disconnect", "$default"):
            self.api.add_route(route, integration=integrations.WebSocketLambdaIntegration(route[1:], function))

    @property
    def host(self) -> str:
        return f"{self.api.api_id}.execute-api.{Aws.REGION}.{Aws.URL_SUFFIX}"

    @property
    def url(self) -> str:
        engine = self._environment.engine
        return engine.execute_url(LOCAL_ID, STAGE, scheme="ws") if engine else f"wss://{self.host}/{STAGE}"

    @property
    def callback_url(self) -> str:
        """Where functions say something to a socket. On a laptop AWS's own address would be called, were it given."""
        engine = self._environment.engine
        return engine.execute_url(LOCAL_ID, STAGE) if engine else f"https://{self.host}/{STAGE}"

    @property
    def sockets_arn(self) -> str:
        """Saying something to any socket of this stage: their ids are made when browsers connect."""
        return Stack.of(self).format_arn(
            service="execute-api", resource=self.api.api_id, resource_name=f"{STAGE}/POST/@connections/*"
        )

    def keep_log(self, after: IDependable) -> None:
        """`after` is what lets API Gateway write logs in this account at all."""
        log = logs.LogGroup(
            self,
            "Log",
            log_group_name=f"/wareloom/{self._environment.name}/socket",
            retention=LOG_DAYS[self._environment.log_days],
            removal_policy=RemovalPolicy.DESTROY,
        )
        made = self.stage.node.default_child
        if not isinstance(made, apigateway.CfnStage):
            raise TypeError("the stage of a WebSocket API is not what it was")
        made.access_log_settings = apigateway.CfnStage.AccessLogSettingsProperty(
            destination_arn=log.log_group_arn, format=json.dumps(_LOGGED)
        )
        self.stage.node.add_dependency(after)
