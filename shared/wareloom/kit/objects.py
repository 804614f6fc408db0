"""S3: bytes under keys. Rows hold the key."""

import gzip
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from wareloom.kit import aws, clock
from wareloom.kit.errors import NotFound, Rejected

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import CompletedPartTypeDef, PutObjectRequestTypeDef

_MOST_LINKS = 5000
_links: dict[tuple[str, str, int, str | None], tuple[datetime, str]] = {}
Receipt = dict[str, str]
"""What S3 answers to a part, and wants to hear again when the parts become one object."""
_GONE = {"NoSuchKey", "404"}


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
        if error.response.get("Error", {}).get("Code") in _GONE:
            raise NotFound(f"nothing is kept under {key}") from error
        raise
    body = answer["Body"].read()
    return gzip.decompress(body) if answer.get("ContentEncoding") == "gzip" else body


class Standing(NamedTuple):
    """What lies under a key: how large it is, and which bytes they are."""

    size: int
    tag: str


def standing(bucket: str, key: str) -> Standing:
    from botocore.exceptions import ClientError

    try:
        found = aws.s3().head_object(Bucket=bucket, Key=key)
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") in _GONE:
            raise NotFound(f"nothing is kept under {key}") from error
        raise
    return Standing(found["ContentLength"], found["ETag"])


def part(bucket: str, key: str, start: int, stop: int, *, tag: str) -> bytes:
    """The bytes from `start` to before `stop`, of which there must be some, if they are still those of `tag`."""
    from botocore.exceptions import ClientError

    try:
        answer = aws.s3().get_object(Bucket=bucket, Key=key, Range=f"bytes={start}-{stop - 1}", IfMatch=tag)
    except ClientError as error:
        code = error.response.get("Error", {}).get("Code")
        if code in _GONE:
            raise NotFound(f"nothing is kept under {key}") from error
        if code in {"PreconditionFailed", "412"}:
            raise Rejected("The file was replaced by another one while it was being read.") from error
        raise
    return answer["Body"].read()


class Form(NamedTuple):
    """What a browser posts a file with: these fields first, the file last."""

    url: str
    fields: dict[str, str]


def upload_form(bucket: str, key: str, *, most: int, seconds: int = 3600) -> Form:
    """For this key alone, and no more than so many bytes: S3 refuses what is larger, or empty."""
    made = aws.s3().generate_presigned_post(
        Bucket=bucket, Key=key, Conditions=[["content-length-range", 1, most]], ExpiresIn=seconds
    )
    return Form(made["url"], made["fields"])


def names(bucket: str, prefix: str) -> list[str]:
    """Every key that begins so, in order."""
    pages = aws.s3().get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
    return [found["Key"] for page in pages for found in page.get("Contents", []) if "Key" in found]


def delete(bucket: str, key: str) -> None:
    """What is gone already is fine."""
    aws.s3().delete_object(Bucket=bucket, Key=key)


def begin_upload(bucket: str, key: str, *, content_type: str) -> str:
    """For an object too large to be held: it is there when its parts are ended, and all at once. Parts that nobody
    ends are the bucket's own rules' to take away."""
    # Each part's checksum is told at the end again, so that S3 compares what it has with what was sent.
    answer = aws.s3().create_multipart_upload(
        Bucket=bucket, Key=key, ContentType=content_type, ChecksumAlgorithm="CRC32"
    )
    return answer["UploadId"]


def put_part(bucket: str, key: str, upload_id: str, number: int, body: bytes) -> Receipt:
    """The same number again replaces that part."""
    with _known_upload():
        answer = aws.s3().upload_part(
            Bucket=bucket, Key=key, UploadId=upload_id, PartNumber=number, Body=body, ChecksumAlgorithm="CRC32"
        )
    checksum = answer.get("ChecksumCRC32")
    return {"ETag": answer["ETag"], **({"ChecksumCRC32": checksum} if checksum else {})}


def end_upload(bucket: str, key: str, upload_id: str, receipts: Mapping[int, Receipt]) -> None:
    parts = [_completed(number, receipts[number]) for number in sorted(receipts)]
    with _known_upload():
        aws.s3().complete_multipart_upload(Bucket=bucket, Key=key, UploadId=upload_id, MultipartUpload={"Parts": parts})


def _completed(number: int, receipt: Receipt) -> "CompletedPartTypeDef":
    part: CompletedPartTypeDef = {"PartNumber": number, "ETag": receipt["ETag"]}
    if "ChecksumCRC32" in receipt:
        part["ChecksumCRC32"] = receipt["ChecksumCRC32"]
    return part


def drop_upload(bucket: str, key: str, upload_id: str) -> None:
    """What is ended or gone already is fine."""
    try:
        with _known_upload():
            aws.s3().abort_multipart_upload(Bucket=bucket, Key=key, UploadId=upload_id)
    except NotFound:
        return


@contextmanager
def _known_upload() -> Generator[None]:
    from botocore.exceptions import ClientError

    try:
        yield
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") in {"NoSuchUpload", "404"}:
            raise NotFound("this upload was ended, dropped or forgotten") from error
        raise


def link(bucket: str, key: str, *, seconds: int = 900, save_as: str | None = None) -> str:
    """An address that anyone may read from for a while. Given again while half of its time is left, so that a browser
    that asks twice sees the same picture and not another address. `save_as` is the name of a plain file."""
    now = clock.now()
    about = (bucket, key, seconds, save_as)
    kept = _links.get(about)
    if kept and now - kept[0] < timedelta(seconds=seconds / 2):
        return kept[1]
    wanted = {"Bucket": bucket, "Key": key}
    if save_as:
        wanted["ResponseContentDisposition"] = f'attachment; filename="{save_as}"'
    made = aws.s3().generate_presigned_url("get_object", Params=wanted, ExpiresIn=seconds)
    if len(_links) >= _MOST_LINKS:
        _links.clear()
    _links[about] = (now, made)
    return made


def forget_links() -> None:
    """Tests move between engines; a function never calls this."""
    _links.clear()
