"""S3: bytes under keys. Rows hold the key."""

import gzip
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from wareloom.kit import aws, clock
from wareloom.kit.errors import NotFound

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import PutObjectRequestTypeDef

_MOST_LINKS = 5000
_links: dict[tuple[str, str, int], tuple[datetime, str]] = {}


def put(bucket: str, key: str, body: bytes, *, content_type: str, compress: bool = False) -> None:
    """Writing the same key again replaces the same bytes: callers name keys after the row that owns them."""
    request: PutObjectRequestTypeDef = {"Bucket": bucket, "Key": key, "Body": body, "ContentType": content_type}
    if compress:
        request["Body"] = gzip.compress(body, compresslevel=6, mtime=0)
        request["ContentEncoding"] = "gzip"
    aws.s3().put_object(**request)


def put_new(bucket: str, key: str, body: bytes, *, content_type: str) -> bool:
    """False when something stands under the key already: of many at once, one puts."""
    from botocore.exceptions import ClientError

    try:
        aws.s3().put_object(Bucket=bucket, Key=key, Body=body, ContentType=content_type, IfNoneMatch="*")
    except ClientError as error:
        # 409 is S3's answer while another conditional write of the same key is under way: that one wins.
        if error.response.get("Error", {}).get("Code") in {"PreconditionFailed", "ConditionalRequestConflict", "412"}:
            return False
        raise
    return True


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


def names(bucket: str, prefix: str) -> list[str]:
    """Every key that begins so, in order."""
    pages = aws.s3().get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
    return [found["Key"] for page in pages for found in page.get("Contents", []) if "Key" in found]


def delete(bucket: str, key: str) -> None:
    """What is gone already is fine."""
    aws.s3().delete_object(Bucket=bucket, Key=key)


def link(bucket: str, key: str, *, seconds: int = 900) -> str:
    """An address that anyone may read from for a while. Given again while half of its time is left, so that a browser
    that asks twice sees the same picture and not another address."""
    now = clock.now()
    kept = _links.get((bucket, key, seconds))
    if kept and now - kept[0] < timedelta(seconds=seconds / 2):
        return kept[1]
    made = aws.s3().generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": key}, ExpiresIn=seconds)
    if len(_links) >= _MOST_LINKS:
        _links.clear()
    _links[(bucket, key, seconds)] = (now, made)
    return made


def forget_links() -> None:
    """Tests move between engines; a function never calls this."""
    _links.clear()
