"""What the outside reaches: the site, the API, the socket."""

import json
import re
import subprocess
from typing import Any

import pytest

from infra_cdk.rest_api import REFUSALS, problem
from tests.infra.synthesis import Cloud, resources
from tests.infra.test_rights import text


def _site(cloud: Cloud) -> dict[str, Any]:
    (distribution,) = resources(cloud.app, "AWS::CloudFront::Distribution").values()
    return distribution["DistributionConfig"]


def _behaviours(cloud: Cloud) -> dict[str, dict[str, Any]]:
    return {one["PathPattern"]: one for one in _site(cloud)["CacheBehaviors"]}


def test_the_api_is_throttled(cloud: Cloud) -> None:
    (stage,) = resources(cloud.app, "AWS::ApiGateway::Stage").values()
    (every,) = stage["MethodSettings"]
    assert every["ThrottlingRateLimit"] > 0
    assert every["ThrottlingBurstLimit"] > 0
    (socket,) = resources(cloud.app, "AWS::ApiGatewayV2::Stage").values()
    assert socket["DefaultRouteSettings"]["ThrottlingRateLimit"] > 0


def test_in_aws_every_call_is_logged(aws: Cloud) -> None:
    for kind in ("AWS::ApiGateway::Stage", "AWS::ApiGatewayV2::Stage"):
        (stage,) = resources(aws.app, kind).values()
        settings = stage.get("AccessLogSetting") or stage["AccessLogSettings"]
        assert settings["DestinationArn"]
        assert "$context.requestId" in settings["Format"]


def test_no_log_of_api_gateway_holds_a_ticket(cloud: Cloud) -> None:
    """A ticket stands in an address, once: no log format asks for the query, and no stage writes whole requests."""
    for kind in ("AWS::ApiGateway::Stage", "AWS::ApiGatewayV2::Stage"):
        (stage,) = resources(cloud.app, kind).values()
        format_ = (stage.get("AccessLogSetting") or stage.get("AccessLogSettings") or {"Format": ""})["Format"]
        assert not re.search(r"querystring|queryString|requestOverride|authorizer|\.input|error\.message", format_)
        written: list[dict[str, Any]] = [stage.get("DefaultRouteSettings", {}), *stage.get("MethodSettings", [])]
        for settings in written:
            assert not settings.get("DataTraceEnabled")


def test_whatever_api_gateway_refuses_itself_is_a_problem_document(cloud: Cloud) -> None:
    answers = resources(cloud.app, "AWS::ApiGateway::GatewayResponse").values()
    assert {answer["ResponseType"] for answer in answers} >= {"DEFAULT_4XX", "DEFAULT_5XX", "THROTTLED"}
    for answer in answers:
        headers = answer["ResponseParameters"]
        assert headers["gatewayresponse.header.Content-Type"] == "'application/problem+json'"
        document = json.loads(answer["ResponseTemplates"]["application/json"])
        assert document["status"] == int(answer["StatusCode"])
        assert document.keys() >= {"type", "title", "status", "detail", "instance", "request_id"}


def test_who_asks_too_often_is_told_when_to_come_back(cloud: Cloud) -> None:
    (throttled,) = [
        answer
        for answer in resources(cloud.app, "AWS::ApiGateway::GatewayResponse").values()
        if answer["ResponseType"] == "THROTTLED"
    ]
    assert throttled["StatusCode"] == "429"
    assert throttled["ResponseParameters"]["gatewayresponse.header.Retry-After"] == "'1'"


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.when.response_type)
def test_a_refusal_speaks_in_a_sentence(refusal: Any) -> None:
    assert json.loads(problem(refusal))["detail"].endswith(".")


def test_the_api_and_the_socket_are_never_cached_and_take_every_method(cloud: Cloud) -> None:
    caching_disabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
    all_viewer_except_host = "b689b0a8-53d0-40ab-baf2-68738e2966ac"
    behaviours = _behaviours(cloud)
    assert set(behaviours) == {"/api", "/api/*", "/ws"}
    for behaviour in behaviours.values():
        assert behaviour["CachePolicyId"] == caching_disabled
        assert behaviour["OriginRequestPolicyId"] == all_viewer_except_host
        assert set(behaviour["AllowedMethods"]) == {"GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"}


def test_an_api_error_is_never_turned_into_a_page(cloud: Cloud) -> None:
    assert "CustomErrorResponses" not in _site(cloud)
    assert all("FunctionAssociations" not in behaviour for behaviour in _behaviours(cloud).values())


def test_in_aws_browsers_are_sent_to_https(aws: Cloud) -> None:
    every = [_site(aws)["DefaultCacheBehavior"], *_behaviours(aws).values()]
    assert {behaviour["ViewerProtocolPolicy"] for behaviour in every} == {"redirect-to-https"}
    origins = [origin["CustomOriginConfig"] for origin in _site(aws)["Origins"] if "CustomOriginConfig" in origin]
    assert all(origin["OriginProtocolPolicy"] == "https-only" for origin in origins)


def test_on_a_laptop_the_api_is_the_engines_own_address(local: Cloud) -> None:
    paths = {one.get("OriginPath") for one in _site(local)["Origins"] if one["DomainName"] == "localhost"}
    assert paths == {"/_aws/execute-api/a9100001/live", "/_aws/execute-api/a9100002"}


def test_pages_may_run_our_own_scripts_alone_and_stand_in_no_frame(cloud: Cloud) -> None:
    (policy,) = resources(cloud.app, "AWS::CloudFront::ResponseHeadersPolicy").values()
    headers = policy["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
    written = text(headers["ContentSecurityPolicy"]["ContentSecurityPolicy"])
    rules = dict(rule.split(" ", 1) for rule in written.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self'"
    assert rules["frame-ancestors"] == "'none'"
    raw = f"wareloom-{cloud.name}-raw"
    posted_to = (
        f"http://127.0.0.1:4566/{raw}"
        if cloud.name == "local"
        else f"https://s3.<AWS::Region>.<AWS::URLSuffix>/{raw}-<AWS::AccountId>-<AWS::Region>"
    )
    recordings = f"{posted_to}/recordings/files/"
    assert rules["connect-src"] == f"'self' {posted_to} {recordings}"
    assert rules["media-src"] == recordings
    plain = [source for source in rules["img-src"].split() if source.startswith("http:")]
    assert plain == (["http://127.0.0.1:4566"] if cloud.name == "local" else [])
    assert headers["StrictTransportSecurity"]["AccessControlMaxAgeSec"] >= 31536000
    assert headers["ContentTypeOptions"]["Override"]


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("/", "/index.html"),
        ("/offers", "/index.html"),
        ("/offers/0198-2f", "/index.html"),
        ("/settings/", "/index.html"),
        ("/assets/index-3f2a.js", "/assets/index-3f2a.js"),
        ("/favicon.svg", "/favicon.svg"),
    ],
)
def test_an_address_of_the_app_is_answered_by_the_app(production: Cloud, asked: str, answered: str) -> None:
    (function,) = resources(production.app, "AWS::CloudFront::Function").values()
    call = f"process.stdout.write(handler({{request: {{uri: {json.dumps(asked)}}}}}).uri)"
    done = subprocess.run(["node", "-e", function["FunctionCode"] + call], check=True, capture_output=True, text=True)
    assert done.stdout == answered


def test_open_pages_keep_their_files_and_new_ones_are_asked_for(aws: Cloud) -> None:
    copies = resources(aws.app, "Custom::CDKBucketDeployment").values()
    assert all(copy["Prune"] is False for copy in copies)
    kept = {copy["SystemMetadata"]["cache-control"] for copy in copies}
    assert kept == {"public, max-age=31536000, immutable", "no-cache"}
