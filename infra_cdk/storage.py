"""Buckets: raw pages and artwork (Data), the browser app (App). None is readable from outside."""

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra_cdk.environments import Environment

RAW = "raw"
ART = "art"
LOGS = "logs"
UPLOADS = "imports/"
RECORDINGS = "recordings/files/"
SITE = "site"


def art_bucket(scope: Construct, environment: Environment, logs: s3.Bucket | None) -> s3.Bucket:
    """Artwork and mockups: what sellers own. Browsers and printers read it by addresses that are signed for a while."""
    bucket = _bucket(scope, environment, "Art", called=environment.bucket(ART), logs=logs)
    # Drawing a design again writes the same bytes: an older version is of use for a while only.
    bucket.add_lifecycle_rule(noncurrent_version_expiration=Duration.days(30))
    return bucket


def raw_bucket(scope: Construct, environment: Environment, logs: s3.Bucket | None) -> s3.Bucket:
    """The provenance of every number: pages are written once and grow cheaper with age."""
    bucket = _bucket(scope, environment, "Raw", called=environment.bucket(RAW), logs=logs)
    bucket.add_lifecycle_rule(abort_incomplete_multipart_upload_after=Duration.days(2))
    bucket.add_lifecycle_rule(
        transitions=[
            s3.Transition(storage_class=s3.StorageClass.INFREQUENT_ACCESS, transition_after=Duration.days(30)),
            s3.Transition(storage_class=s3.StorageClass.GLACIER_INSTANT_RETRIEVAL, transition_after=Duration.days(90)),
        ]
    )
    # Of exports nothing is true a week later, and what a killed worker left of one is nothing from the start.
    bucket.add_lifecycle_rule(
        prefix="exports/",
        expiration=Duration.days(7),
        noncurrent_version_expiration=Duration.days(1),
        abort_incomplete_multipart_upload_after=Duration.days(1),
    )
    # Uploaded files have been read by then; what they said is kept as rows.
    bucket.add_lifecycle_rule(
        prefix=UPLOADS, expiration=Duration.days(30), noncurrent_version_expiration=Duration.days(1)
    )
    # Once it is heard, what was cut from a recording is of no use; the recording itself stays until it is deleted.
    bucket.add_lifecycle_rule(
        prefix="recordings/parts/", expiration=Duration.days(7), noncurrent_version_expiration=Duration.days(1)
    )
    bucket.add_lifecycle_rule(prefix=RECORDINGS, noncurrent_version_expiration=Duration.days(1))
    if environment.cloud:
        # Browsers post files here with a form that the API signed, and put parts of large ones at addresses that it
        # signed: who may send what is in those, not in this.
        domain = environment.cloud.domain
        bucket.add_cors_rule(
            allowed_methods=[s3.HttpMethods.POST, s3.HttpMethods.PUT],
            allowed_origins=[f"https://{domain}" if domain else "https://*.cloudfront.net"],
        )
    return bucket


def log_bucket(scope: Construct, environment: Environment) -> s3.Bucket:
    """Who read what: written by S3 and CloudFront, which still asks for the old access lists."""
    return s3.Bucket(
        scope,
        "Logs",
        bucket_name=environment.bucket(LOGS),
        encryption=s3.BucketEncryption.S3_MANAGED,
        enforce_ssl=True,
        block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
        object_ownership=s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
        lifecycle_rules=[s3.LifecycleRule(expiration=Duration.days(environment.log_days))],
        removal_policy=RemovalPolicy.RETAIN,
    )


def site_bucket(scope: Construct, environment: Environment) -> s3.Bucket:
    """AWS chooses its name, so that another App stack may stand beside it; a laptop keeps its own between starts."""
    bucket = _bucket(scope, environment, "Site", called=environment.bucket(SITE) if environment.engine else None)
    bucket.add_lifecycle_rule(noncurrent_version_expiration=Duration.days(30))
    return bucket


def _bucket(
    scope: Construct, environment: Environment, name: str, *, called: str | None, logs: s3.Bucket | None = None
) -> s3.Bucket:
    return s3.Bucket(
        scope,
        name,
        bucket_name=called,
        encryption=s3.BucketEncryption.S3_MANAGED,
        enforce_ssl=environment.tls_only,
        block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
        object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
        versioned=True,
        server_access_logs_bucket=logs,
        server_access_logs_prefix=f"{name.lower()}/" if logs else None,
        removal_policy=RemovalPolicy.RETAIN,
    )
