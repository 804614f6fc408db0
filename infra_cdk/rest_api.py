"""The REST API: one road to one function. The app behind it knows the routes, and checks who asks."""

import json
from dataclasses import dataclass
from http import HTTPStatus

from aws_cdk import RemovalPolicy, Tags
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra_cdk.environments import Environment
from infra_cdk.functions import LOG_DAYS

STAGE = "live"
LOCAL_ID = "a9100001"
_LOGGED = {
    "request_id": "$context.requestId",
    "method": "$context.httpMethod",
    "path": "$context.path",
    "status": "$context.status",
    "ip": "$context.identity.sourceIp",
    "at": "$context.requestTime",
    "milliseconds": "$context.responseLatency",
    "bytes": "$context.responseLength",
    "fault": "$context.integrationErrorMessage",
}


@dataclass(frozen=True)
class Refusal:
    """What API Gateway says itself, before or instead of our function."""

    when: apigateway.ResponseType
    status: HTTPStatus
    detail: str
    retry_after: int | None = None


_Type = apigateway.ResponseType
REFUSALS = (
    Refusal(_Type.DEFAULT_4_XX, HTTPStatus.BAD_REQUEST, "The request was refused before it reached the app."),
    Refusal(_Type.DEFAULT_5_XX, HTTPStatus.INTERNAL_SERVER_ERROR, "An error of ours stopped this. Try again."),
    Refusal(_Type.BAD_REQUEST_BODY, HTTPStatus.BAD_REQUEST, "The body cannot be read."),
    Refusal(_Type.MISSING_AUTHENTICATION_TOKEN, HTTPStatus.NOT_FOUND, "There is nothing at this address."),
    Refusal(_Type.RESOURCE_NOT_FOUND, HTTPStatus.NOT_FOUND, "There is nothing at this address."),
    Refusal(_Type.REQUEST_TOO_LARGE, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The request is too large."),
    Refusal(_Type.THROTTLED, HTTPStatus.TOO_MANY_REQUESTS, "Too many requests just now.", retry_after=1),
    Refusal(_Type.QUOTA_EXCEEDED, HTTPStatus.TOO_MANY_REQUESTS, "The quota is used up.", retry_after=3600),
    Refusal(
        _Type.INTEGRATION_FAILURE,
        HTTPStatus.SERVICE_UNAVAILABLE,
        "The app cannot be reached. Try again soon.",
        retry_after=5,
    ),
    Refusal(_Type.INTEGRATION_TIMEOUT, HTTPStatus.GATEWAY_TIMEOUT, "The app took too long to answer."),
)


class RestApi(Construct):
    def __init__(self, scope: Construct, environment: Environment, function: lambda_.IFunction) -> None:
        super().__init__(scope, "RestApi")
        self._environment = environment
        self.api = apigateway.RestApi(
            self,
            "Api",
            rest_api_name=environment.named("api"),
            description="Wareloom",
            endpoint_types=[apigateway.EndpointType.REGIONAL],
            cloud_watch_role=environment.cloud is not None,
            deploy_options=self._stage(),
        )
        # The outputs say the address; the one that the CDK adds would be AWS's on a laptop too.
        self.api.node.try_remove_child("Endpoint")
        whole = apigateway.LambdaIntegration(function, allow_test_invoke=False)
        root = self.api.root.add_resource("api")
        root.add_method("ANY", whole)
        root.add_resource("{proxy+}").add_method("ANY", whole)
        for refusal in REFUSALS:
            self._answer(refusal)
        if environment.engine:
            # The engine would choose a new id at each start; the front door and the outputs need one that stays.
            Tags.of(self.api).add("ms-custom-id", LOCAL_ID)

    @property
    def url(self) -> str:
        """Without a slash at the end: paths begin with one."""
        engine = self._environment.engine
        return engine.execute_url(LOCAL_ID, STAGE) if engine else self.api.url.rstrip("/")

    def _stage(self) -> apigateway.StageOptions:
        log = None if self._environment.engine else self._log()
        return apigateway.StageOptions(
            stage_name=STAGE,
            throttling_rate_limit=self._environment.requests_per_second,
            throttling_burst_limit=self._environment.request_burst,
            metrics_enabled=log is not None,
            logging_level=apigateway.MethodLoggingLevel.ERROR if log else None,
            access_log_destination=apigateway.LogGroupLogDestination(log) if log else None,
            access_log_format=apigateway.AccessLogFormat.custom(json.dumps(_LOGGED)) if log else None,
        )

    def _log(self) -> logs.LogGroup:
        return logs.LogGroup(
            self,
            "Log",
            log_group_name=f"/wareloom/{self._environment.name}/api",
            retention=LOG_DAYS[self._environment.log_days],
            removal_policy=RemovalPolicy.DESTROY,
        )

    def _answer(self, refusal: Refusal) -> None:
        headers = {"Content-Type": "'application/problem+json'"}
        if refusal.retry_after:
            headers["Retry-After"] = f"'{refusal.retry_after}'"
        self.api.add_gateway_response(
            refusal.when.response_type,
            type=refusal.when,
            status_code=str(refusal.status.value),
            response_headers=headers,
            templates={"application/json": problem(refusal)},
        )


def problem(refusal: Refusal) -> str:
    """RFC 9457, as the app itself writes it; API Gateway fills in the request's id."""
    return json.dumps(
        {
            "type": "about:blank",
            "title": refusal.status.phrase,
            "status": refusal.status.value,
            "detail": refusal.detail,
            "instance": "urn:request:$context.requestId",
            "request_id": "$context.requestId",
        }
    )
