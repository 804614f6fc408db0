"""cdk-nag's AwsSolutions on staging and production: each finding is mended, or accepted here with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from aws_cdk import Acknowledgment, Stack, Validations


@dataclass(frozen=True)
class Accepted:
    """`at` is the path below the stack; empty is the whole stack."""

    at: str
    rule: str
    reason: str


DATA = (
    Accepted(
        "Tokens",
        "AwsSolutions-SMG4",
        "A second key is added beside the first and made current: the runbook says how. A rotation that replaced the "
        "only key would sign everybody out at once.",
    ),
    Accepted(
        "Database/Postgres",
        "AwsSolutions-RDS11",
        "The database is in isolated subnets and answers its proxy alone; another port number would hide nothing.",
    ),
    Accepted(
        "Database/Postgres",
        "AwsSolutions-RDS3",
        "Staging holds nothing that cannot be collected again, so it pays for one zone. Production has two.",
    ),
)

_COPIES = "Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C512MiB"
_WHY_COPIES = (
    "The CDK's own function that copies the built app into the site's bucket. It may read the CDK's assets and write "
    "this one bucket; its rights are written by the CDK."
)
_WHY_GUARDED_INSIDE = (
    "The app behind the API checks who asks: some routes are public, people come with tokens and programs with keys. "
    "A test walks every route."
)
_WHY_NO_FIREWALL = (
    "Throttled at the stage, sign-in limited by the app, every input validated by it. A web ACL for a distribution "
    "lives in us-east-1 and is priced per month: it joins when there is traffic to judge its rules by."
)


def _many(environment: str) -> tuple[tuple[tuple[str, ...], str, str], ...]:
    """Who may act on more than one thing of a kind, for each is named after a row that is made later."""
    artists, sellers = ("ideate_designs", "generate_designs"), ("api", "publish_listings")
    here, stage = "<AWS::Region>:<AWS::AccountId>", f"wareloom-{environment}"
    raw, art = (f"s3:::{stage}-{bucket}-<AWS::AccountId>-<AWS::Region>" for bucket in ("raw", "art"))
    return (
        (
            ("api", "scrape_market", "browse_market"),
            f"{raw}/market/pages/*",
            "A page is kept under the digest of its bytes, and any may be read again; the right ends at that folder.",
        ),
        (
            ("export_offers", "api"),
            f"{raw}/exports/*",
            "An export's files are named after its workspace and row. One function writes them; another "
            "signs addresses to read them by, and deletes them when somebody says so.",
        ),
        (
            ("import_rows",),
            f"{raw}/market/pages/*",
            "A page that a person saved is kept under the digest of its bytes, as pages are that we fetched.",
        ),
        (
            ("api", "sweep_unfinished", "transcribe_recording"),
            f"{raw}/recordings/files/*",
            "A recording lies under its workspace and row; the API signs where its parts go and deletes it, one "
            "function brings and reads it, and the sweep drops uploads that nobody ends.",
        ),
        (
            ("api", "transcribe_recording"),
            f"{raw}/recordings/parts/*",
            "What is cut from a recording is named after its workspace, row and number; one function writes and "
            "reads it.",
        ),
        (
            ("api", "import_rows"),
            f"{raw}/imports/*",
            "A file that a person uploads lies under its workspace and row; the API signs where, and looks at it.",
        ),
        (
            ("generate_designs", *sellers),
            f"{art}/designs/*",
            "Artwork lies under its design's id. One function writes it; two sign addresses to read it by.",
        ),
        (
            artists,
            f"{raw}/ai/*",
            "A model's answer is kept under the digest of its question, so that asking again is not paid for again.",
        ),
        (
            sellers,
            f"{raw}/sandbox/*",
            "The practice shop keeps what it was told under a shop's own name; the right ends at that folder.",
        ),
        (
            sellers,
            f"secretsmanager:{here}:secret:wareloom/{environment}/shops/*",
            "Each connected shop's credentials are a secret of its own, named after its workspace and row.",
        ),
        (
            ("api", "sweep_unfinished", "Pipeline"),
            f"states:{here}:execution:{stage}-pipeline:*",
            "Executions are named after a run and its attempt; the right is for those of this one machine.",
        ),
    )


APP = (
    Accepted(
        "StandInNetwork",
        "AwsSolutions-IAM5[Resource::*]",
        "Lambda makes network interfaces in a function's name, and AWS lets these actions name no resource.",
    ),
    *(
        Accepted(
            f"{name}/Role",
            "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>"
            ":<WebSocketApi2C7AF84E>/ws/POST/@connections/*]",
            "Sockets get their ids when browsers connect; the right is to post to those of this one stage.",
        )
        for name in ("websocket", "push_updates")
    ),
    *(
        Accepted(f"{name}/Role", f"AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:{resource}]", reason)
        for environment in ("staging", "production")
        for names, resource, reason in _many(environment)
        for name in names
    ),
    Accepted(
        "Pipeline/Role",
        "AwsSolutions-IAM5[Resource::*]",
        "The machine's log and traces: AWS lets the actions of log delivery and of X-Ray name no resource.",
    ),
    *(
        Accepted(
            f"Queues/{name}-dead",
            "AwsSolutions-SQS3",
            "It is a dead-letter queue: of a function that is called without anyone waiting, not of a queue.",
        )
        for name in (
            "match_offers",
            "push_updates",
            "schedule_market",
            "schedule_runs",
            "schedule_social",
            "sweep_unfinished",
            "watch_alerts",
        )
    ),
    Accepted(
        "",
        "AwsSolutions-L1",
        "Python 3.13 is what the layer's wheels are pinned, hashed and tested for; it moves with the pins.",
    ),
    *(
        Accepted(f"WebSocketApi/Api/${route}-Route", "AwsSolutions-APIG4", reason)
        for route, reason in (
            ("connect", "The function takes a ticket that works once; an authorizer would have to take it too."),
            ("disconnect", "API Gateway itself calls it, for a socket that was let in."),
            ("default", "Only a socket that was let in can send; API Gateway asks for rights at the connect alone."),
        )
    ),
    Accepted("RestApi/Api/Default", "AwsSolutions-APIG4", _WHY_GUARDED_INSIDE),
    Accepted("RestApi/Api/Default", "AwsSolutions-COG4", _WHY_GUARDED_INSIDE),
    Accepted(
        "RestApi/Api",
        "AwsSolutions-APIG2",
        "The app validates every request against the models its OpenAPI is made from, and answers with a problem.",
    ),
    Accepted("RestApi/Api", "AwsSolutions-APIG3", _WHY_NO_FIREWALL),
    Accepted(
        "RestApi/Api/CloudWatchRole",
        "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role"
        "/AmazonAPIGatewayPushToCloudWatchLogs]",
        "API Gateway asks for this policy by name before it writes any log in an account.",
    ),
    Accepted(
        "Site/Site", "AwsSolutions-S1", "Only the distribution can read this bucket, and every request to it is logged."
    ),
    Accepted("Site/Distribution", "AwsSolutions-CFR1", "Wareloom is for people everywhere."),
    Accepted("Site/Distribution", "AwsSolutions-CFR2", _WHY_NO_FIREWALL),
    Accepted(
        "Site/Distribution",
        "AwsSolutions-CFR4",
        "With a domain of its own the site takes TLS 1.2 and newer; on CloudFront's name AWS fixes what is taken.",
    ),
    *(
        Accepted(_COPIES, rule, _WHY_COPIES)
        for rule in (
            "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]",
            "AwsSolutions-IAM5[Action::s3:GetBucket*]",
            "AwsSolutions-IAM5[Action::s3:GetObject*]",
            "AwsSolutions-IAM5[Action::s3:List*]",
            "AwsSolutions-IAM5[Action::s3:Abort*]",
            "AwsSolutions-IAM5[Action::s3:DeleteObject*]",
            "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>"
            "-<AWS::Region>/*]",
            "AwsSolutions-IAM5[Resource::<Site6F918F1A.Arn>/*]",
        )
    ),
)


def acknowledge(stack: Stack, accepted: Sequence[Accepted]) -> None:
    for one in accepted:
        where = stack
        for step in filter(None, one.at.split("/")):
            where = where.node.find_child(step)
        Validations.of(where).acknowledge(Acknowledgment(id=one.rule, reason=one.reason))
