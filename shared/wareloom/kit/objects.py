"""S3: bytes under keys. Rows hold the key."""

import gzip
from typing import TYPE_CHECKING

from wareloom.kit import aws
from wareloom.kit.errors import NotFound

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import PutObjectRequestTypeDef


def put(bucket: str, key: str, body: bytes, *, content_type: str, compress: bool = False) -> None:
    """Writing the same key again replaces the same bytes: callers name keys after the row that owns them."""
    request: PutObjectRequestTypeDef = {"Bucket": bucket, "Key": key, "Body": body, "ContentType": content_type}
    if compress:
        request["Body"] = gzip.compress(body, compresslevel=6, mtime=0)
        request["ContentEncoding"] = "gzip"
    aws.s3().put_object(**request)


def get(bucket: str, key: str) -> bytes:
    from botocore.exceptions import ClientError

    try:
        answer = aws.s3().get_object(Bucket=bucket, Key=key)
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") in {"NoSuchKey", "404"}:
            raise NotFound(f"nothing is kept under {key}") from error
        raise
    body = answer["Body"].read()
    return gzip.decompress(body) if answer.get("ContentEncoding") == "gzip" else body


def link(bucket: str, key: str, *, seconds: int = 900) -> str:
    """An address that anyone may read from for a while."""
    return aws.s3().generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": key}, ExpiresIn=seconds)
