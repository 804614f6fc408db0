"""Objects of S3 as files of this machine: whole, or not there."""

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wareloom.kit import aws
from wareloom.kit.errors import Failure, NotFound, Rejected, Unavailable

if TYPE_CHECKING:
    from botocore.exceptions import ClientError
    from mypy_boto3_s3.type_defs import GetObjectOutputTypeDef

_AT_ONCE = 1024 * 1024
_GONE = {"NoSuchKey", "NoSuchBucket", "404"}


class Listed(NamedTuple):
    key: str
    size: int
    tag: str


def listed(bucket: str, prefix: str) -> list[Listed]:
    """What lies under every key that begins so, in order."""
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        pages = list(aws.s3().get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix))
    except ClientError as error:
        raise _refused(error, f"s3://{bucket}/{prefix}") from error
    except BotoCoreError as error:
        raise Unavailable(f"S3 could not be asked what lies at s3://{bucket}/{prefix}: {error}.") from error
    found = [one for page in pages for one in page.get("Contents", [])]
    return [Listed(one.get("Key", ""), one.get("Size", 0), one.get("ETag", "")) for one in found]


def save(bucket: str, one: Listed, file: Path) -> None:
    """Streamed to a file, and whole: of another size, of other bytes than were listed, it is not there."""
    from botocore.exceptions import BotoCoreError, ClientError

    place = f"s3://{bucket}/{one.key}"
    try:
        answer = aws.s3().get_object(Bucket=bucket, Key=one.key, IfMatch=one.tag)
        told = hashlib.md5(usedforsecurity=False)
        with file.open("wb") as written:
            for piece in answer["Body"].iter_chunks(_AT_ONCE):
                told.update(piece)
                written.write(piece)
    except ClientError as error:
        raise _refused(error, place) from error
    except BotoCoreError as error:
        raise Unavailable(f"{place} came only in part: {error}.") from error
    if file.stat().st_size != one.size or (_is_digest(one.tag, answer) and told.hexdigest() != one.tag.strip('"')):
        raise Unavailable(f"{place} did not come as it lies there. It is brought again.")


def _is_digest(tag: str, answer: "GetObjectOutputTypeDef") -> bool:
    """Of one that was uploaded in parts, or that a key of KMS encrypts, the tag is no digest of its bytes."""
    return (
        re.fullmatch('"[0-9a-f]{32}"', tag) is not None and "KMS" not in answer.get("ServerSideEncryption", "").upper()
    )


def _refused(error: "ClientError", place: str) -> Failure:
    code = error.response.get("Error", {}).get("Code", "")
    if code in _GONE:
        return NotFound(f"Nothing lies at {place}.")
    if code in {"AccessDenied", "403"}:
        return Rejected(f"This function may not read {place}: grant it s3:GetObject and s3:ListBucket there.")
    if code in {"PreconditionFailed", "412"}:
        return Unavailable(f"{place} was replaced while it was being read. It is read again.")
    return Unavailable(f"S3 did not give {place}: {code or error}.")
