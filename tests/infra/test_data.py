"""What must survive: kept, encrypted, and reached by nobody from outside."""

from datetime import timedelta

from infra_cdk.environments import ENVIRONMENTS
from tests.infra.synthesis import Cloud, resources
from wareloom.market.exports.export import KEPT

KEEPS = {"AWS::S3::Bucket", "AWS::RDS::DBInstance"}


def test_buckets_and_the_database_outlive_their_stack(cloud: Cloud) -> None:
    for template in (cloud.data, cloud.app):
        for name, made in template["Resources"].items():
            if made["Type"] in KEEPS:
                assert made["DeletionPolicy"] == made["UpdateReplacePolicy"] == "Retain", name


def test_buckets_are_encrypted_and_closed(cloud: Cloud) -> None:
    for name, bucket in cloud.all("AWS::S3::Bucket").items():
        assert all(bucket["PublicAccessBlockConfiguration"].values()), name
        assert bucket["BucketEncryption"], name


def test_in_aws_every_bucket_refuses_plain_connections(aws: Cloud) -> None:
    refusing = {
        policy["Bucket"]["Ref"]
        for policy in aws.all("AWS::S3::BucketPolicy").values()
        if any(
            one["Effect"] == "Deny" and one["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
            for one in policy["PolicyDocument"]["Statement"]
        )
    }
    assert refusing == set(aws.all("AWS::S3::Bucket"))


def test_raw_pages_keep_every_version_and_grow_cheaper(cloud: Cloud) -> None:
    (raw,) = [bucket for name, bucket in resources(cloud.data, "AWS::S3::Bucket").items() if name.startswith("Raw")]
    assert raw["VersioningConfiguration"] == {"Status": "Enabled"}
    rules = raw["LifecycleConfiguration"]["Rules"]
    assert any(rule.get("Transitions") for rule in rules)
    forgotten = {rule.get("Prefix") for rule in rules if "ExpirationInDays" in rule}
    assert forgotten == {"exports/", "imports/", "recordings/parts/"}


def test_exports_are_kept_a_week_and_what_was_not_ended_a_day(cloud: Cloud) -> None:
    (raw,) = [bucket for name, bucket in resources(cloud.data, "AWS::S3::Bucket").items() if name.startswith("Raw")]
    (rule,) = [rule for rule in raw["LifecycleConfiguration"]["Rules"] if rule.get("Prefix") == "exports/"]
    assert timedelta(days=rule["ExpirationInDays"]) == KEPT
    assert rule["NoncurrentVersionExpiration"] == {"NoncurrentDays": 1}
    assert rule["AbortIncompleteMultipartUpload"] == {"DaysAfterInitiation": 1}


def test_uploaded_files_are_forgotten_and_browsers_may_send_them_from_the_app_alone(cloud: Cloud) -> None:
    (raw,) = [bucket for name, bucket in resources(cloud.data, "AWS::S3::Bucket").items() if name.startswith("Raw")]
    (rule,) = [rule for rule in raw["LifecycleConfiguration"]["Rules"] if rule.get("Prefix") == "imports/"]
    assert (rule["ExpirationInDays"], rule["NoncurrentVersionExpiration"]) == (30, {"NoncurrentDays": 1})
    allowed = raw.get("CorsConfiguration", {}).get("CorsRules", [])
    assert [rule["AllowedMethods"] for rule in allowed] == ([] if cloud.name == "local" else [["POST", "PUT"]])
    assert all(origin.startswith("https://") for rule in allowed for origin in rule["AllowedOrigins"])


def test_artwork_keeps_what_was_overwritten_for_a_while_and_never_expires(cloud: Cloud) -> None:
    (art,) = [bucket for name, bucket in resources(cloud.data, "AWS::S3::Bucket").items() if name.startswith("Art")]
    assert art["VersioningConfiguration"] == {"Status": "Enabled"}
    (rule,) = art["LifecycleConfiguration"]["Rules"]
    assert rule["NoncurrentVersionExpiration"] == {"NoncurrentDays": 30}
    assert "ExpirationInDays" not in rule


def test_bucket_names_on_a_laptop_are_the_same_at_every_start(local: Cloud) -> None:
    names = {bucket["BucketName"] for bucket in local.all("AWS::S3::Bucket").values()}
    assert names == {"wareloom-local-raw", "wareloom-local-art", "wareloom-local-site"}


def test_the_database_is_guarded(aws: Cloud) -> None:
    (database,) = resources(aws.data, "AWS::RDS::DBInstance").values()
    cloud = ENVIRONMENTS[aws.name].cloud
    assert cloud is not None
    assert database["StorageEncrypted"]
    assert database["DeletionProtection"]
    assert database["PubliclyAccessible"] is False
    assert database["EngineVersion"] == "18"
    assert database["BackupRetentionPeriod"] == cloud.backup_days
    assert database["MultiAZ"] is (aws.name == "production")
    assert aws.manifest["artifacts"][f"Wareloom-{aws.name.capitalize()}-Data"]["properties"]["terminationProtection"]


def test_the_database_is_reached_through_tls_and_a_proxy_alone(aws: Cloud) -> None:
    (proxy,) = resources(aws.data, "AWS::RDS::DBProxy").values()
    assert proxy["RequireTLS"] is True
    (parameters,) = resources(aws.data, "AWS::RDS::DBParameterGroup").values()
    assert parameters["Parameters"]["rds.force_ssl"] == "1"
    rules = resources(aws.data, "AWS::EC2::SecurityGroupIngress").values()
    assert all("SourceSecurityGroupId" in rule for rule in rules)
    into = sorted((_group(rule["SourceSecurityGroupId"]), _group(rule["GroupId"])) for rule in rules)
    assert into == [
        ("DatabaseRotation", "NetworkDatabase"),
        ("NetworkFunctions", "NetworkProxy"),
        ("NetworkProxy", "NetworkDatabase"),
    ]


def _group(attribute: dict[str, list[str]]) -> str:
    return attribute["Fn::GetAtt"][0][:-8]


def test_its_password_is_changed_every_month(aws: Cloud) -> None:
    (rotation,) = resources(aws.data, "AWS::SecretsManager::RotationSchedule").values()
    assert rotation["RotationRules"]["ScheduleExpression"] == "rate(30 days)"


def test_in_aws_every_secret_is_made_there(aws: Cloud) -> None:
    for secret in resources(aws.data, "AWS::SecretsManager::Secret").values():
        assert "SecretString" not in secret
        assert secret["GenerateSecretString"]["PasswordLength"] >= 30


def test_the_signing_secret_names_its_current_key(cloud: Cloud) -> None:
    (secret,) = [
        made
        for made in resources(cloud.data, "AWS::SecretsManager::Secret").values()
        if made["Name"].endswith("/tokens")
    ]
    made = secret["GenerateSecretString"]
    assert made["SecretStringTemplate"] == '{"current": "k1"}'
    assert made["GenerateStringKey"] == "k1"
    assert made["PasswordLength"] == 64
