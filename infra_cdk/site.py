"""One origin for the browser: CloudFront in front of the app's files, the API under /api and the socket under /ws."""

import shutil
from pathlib import Path

from aws_cdk import Aws, Duration
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_s3_deployment as deployment
from constructs import Construct

from infra_cdk import rest_api, storage, websocket_api
from infra_cdk.environments import Cloud, Environment

_TLS = cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021
DIST = Path(__file__).parents[1] / "frontend" / "dist"

# An address of the app has no file of its own: the app is what answers it. Error pages could do the same, but they hold
# for the whole distribution and would turn the API's own 404 into a page.
_TO_THE_APP = """\
function handler(event) {
  var request = event.request;
  var last = request.uri.substring(request.uri.lastIndexOf('/') + 1);
  if (last.indexOf('.') === -1) {
    request.uri = '/index.html';
  }
  return request;
}
"""


# Scripts are ours alone; Mantine writes styles; offers show the shops' own pictures and designs lie in a bucket; 'self'
# covers the socket too. Files to import are posted to the raw bucket itself; parts of recordings are put below it, and
# played from there. A path stands for itself alone, unless it ends in a slash.
def content_security_policy(plain_pictures: tuple[str, ...], posted_to: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            " ".join(("img-src 'self' https: data:", *plain_pictures)),
            "font-src 'self'",
            f"connect-src 'self' {posted_to} {posted_to}/{storage.RECORDINGS}",
            f"media-src {posted_to}/{storage.RECORDINGS}",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


_PLACEHOLDER = """\
<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Wareloom</title>
<p>The app has not been built yet. Build the frontend and deploy again.</p></html>
"""


class Site(Construct):
    def __init__(
        self, scope: Construct, environment: Environment, api: rest_api.RestApi, socket: websocket_api.WebSocketApi
    ) -> None:
        super().__init__(scope, "Site")
        self._environment = environment
        self.bucket = storage.site_bucket(self, environment)
        self._headers = self._security_headers()
        cloud = environment.cloud
        self.distribution = cloudfront.Distribution(
            self,
            "Distribution",
            comment=environment.named("site"),
            default_root_object="index.html",
            default_behavior=self._files(),
            additional_behaviors={"/api": self._api(api), "/api/*": self._api(api), "/ws": self._socket(socket)},
            http_version=cloudfront.HttpVersion.HTTP2_AND_3,
            minimum_protocol_version=_TLS if cloud and cloud.domain else None,
            price_class=cloudfront.PriceClass.PRICE_CLASS_100,
            domain_names=[cloud.domain] if cloud and cloud.domain else None,
            certificate=self._certificate(cloud),
            log_bucket=s3.Bucket.from_bucket_name(self, "Logs", environment.bucket(storage.LOGS)) if cloud else None,
            log_file_prefix="site/" if cloud else None,
        )

    @property
    def domain(self) -> str:
        cloud = self._environment.cloud
        return cloud.domain if cloud and cloud.domain else self.distribution.distribution_domain_name

    def deploy(self, staging: Path) -> None:
        """Put the built app into the bucket. Files with a hash in their name are kept for pages that are still open."""
        files = deployment.Source.asset(str(_built(staging / "site")))
        hashed = deployment.BucketDeployment(
            self,
            "Assets",
            sources=[files],
            destination_bucket=self.bucket,
            exclude=["*"],
            include=["assets/*"],
            prune=False,
            memory_limit=512,
            cache_control=[deployment.CacheControl.from_string("public, max-age=31536000, immutable")],
        )
        pages = deployment.BucketDeployment(
            self,
            "Pages",
            sources=[files],
            destination_bucket=self.bucket,
            exclude=["assets/*"],
            prune=False,
            memory_limit=512,
            # Asked for again each time, so a deployment needs no invalidation, nor the right to make one.
            cache_control=[deployment.CacheControl.from_string("no-cache")],
        )
        pages.node.add_dependency(hashed)

    def _files(self) -> cloudfront.BehaviorOptions:
        to_the_app = cloudfront.Function(
            self,
            "ToTheApp",
            function_name=self._environment.named("to-the-app"),
            code=cloudfront.FunctionCode.from_inline(_TO_THE_APP),
            runtime=cloudfront.FunctionRuntime.JS_2_0,
        )
        return cloudfront.BehaviorOptions(
            origin=origins.S3BucketOrigin.with_origin_access_control(self.bucket),
            viewer_protocol_policy=self._protocol(),
            response_headers_policy=self._headers,
            compress=True,
            function_associations=[
                cloudfront.FunctionAssociation(
                    function=to_the_app, event_type=cloudfront.FunctionEventType.VIEWER_REQUEST
                )
            ],
        )

    def _api(self, api: rest_api.RestApi) -> cloudfront.BehaviorOptions:
        engine = self._environment.engine
        host = f"{api.api.rest_api_id}.execute-api.{Aws.REGION}.{Aws.URL_SUFFIX}"
        path = engine.execute_path(rest_api.LOCAL_ID, rest_api.STAGE) if engine else f"/{rest_api.STAGE}"
        return self._passed_on(self._origin(host, path))

    def _socket(self, socket: websocket_api.WebSocketApi) -> cloudfront.BehaviorOptions:
        path = f"/_aws/execute-api/{websocket_api.LOCAL_ID}" if self._environment.engine else None
        return self._passed_on(self._origin(socket.host, path))

    def _origin(self, host: str, path: str | None) -> origins.HttpOrigin:
        engine = self._environment.engine
        if engine:
            plain = cloudfront.OriginProtocolPolicy.HTTP_ONLY
            return origins.HttpOrigin("localhost", http_port=engine.port, protocol_policy=plain, origin_path=path)
        return origins.HttpOrigin(
            host,
            protocol_policy=cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
            origin_ssl_protocols=[cloudfront.OriginSslPolicy.TLS_V1_2],
            origin_path=path,
            read_timeout=Duration.seconds(30),
        )

    def _passed_on(self, origin: origins.HttpOrigin) -> cloudfront.BehaviorOptions:
        """As the browser sent it, never from a cache; only the host is the origin's own."""
        return cloudfront.BehaviorOptions(
            origin=origin,
            allowed_methods=cloudfront.AllowedMethods.ALLOW_ALL,
            cache_policy=cloudfront.CachePolicy.CACHING_DISABLED,
            origin_request_policy=cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
            response_headers_policy=self._headers,
            viewer_protocol_policy=self._protocol(),
        )

    def _protocol(self) -> cloudfront.ViewerProtocolPolicy:
        policies = cloudfront.ViewerProtocolPolicy
        return policies.ALLOW_ALL if self._environment.engine else policies.REDIRECT_TO_HTTPS

    def _security_headers(self) -> cloudfront.ResponseHeadersPolicy:
        return cloudfront.ResponseHeadersPolicy(
            self,
            "Headers",
            response_headers_policy_name=self._environment.named("headers"),
            security_headers_behavior=cloudfront.ResponseSecurityHeadersBehavior(
                content_security_policy=cloudfront.ResponseHeadersContentSecurityPolicy(
                    content_security_policy=content_security_policy(
                        self._environment.plain_pictures, self._environment.posted_to(storage.RAW)
                    ),
                    override=True,
                ),
                content_type_options=cloudfront.ResponseHeadersContentTypeOptions(override=True),
                frame_options=cloudfront.ResponseHeadersFrameOptions(
                    frame_option=cloudfront.HeadersFrameOption.DENY, override=True
                ),
                referrer_policy=cloudfront.ResponseHeadersReferrerPolicy(
                    referrer_policy=cloudfront.HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override=True
                ),
                strict_transport_security=cloudfront.ResponseHeadersStrictTransportSecurity(
                    access_control_max_age=Duration.days(730), include_subdomains=True, override=True
                ),
            ),
        )

    def _certificate(self, cloud: Cloud | None) -> acm.ICertificate | None:
        if cloud is None or cloud.certificate_arn is None:
            return None
        return acm.Certificate.from_certificate_arn(self, "Certificate", cloud.certificate_arn)


def _built(into: Path) -> Path:
    """The built app; a page that says it is missing, where it has not been built."""
    if (DIST / "index.html").is_file():
        shutil.copytree(DIST, into)
    else:
        into.mkdir(parents=True)
        (into / "index.html").write_text(_PLACEHOLDER, encoding="utf-8")
    return into
