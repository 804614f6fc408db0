"""Files too large for one request: their parts are put by somebody else, with addresses that are signed for a while.

Which parts are there is asked of S3, so that who uploads need remember nothing but which upload it is, and goes on
after a lost connection where it stopped.
"""

from collections.abc import Iterable
from typing import NamedTuple

from wareloom.kit import aws, objects
from wareloom.kit.errors import Conflict, NotFound

PART_BYTES = 16 * 1024 * 1024
"""S3 takes parts from 5 MB on, and only the last may be smaller."""


class Arrived(NamedTuple):
    number: int
    size: int
    tag: str


def parts_of(size: int) -> int:
    return -(-size // PART_BYTES)


def begin(bucket: str, key: str) -> str:
    """Without a checksum of each part, which whoever puts them could not sign."""
    return aws.s3().create_multipart_upload(Bucket=bucket, Key=key, ContentType="application/octet-stream")["UploadId"]


def links(bucket: str, key: str, upload_id: str, numbers: Iterable[int], *, seconds: int) -> list[str]:
    """Where each of these parts is put, by PUT. The same part again replaces it."""
    return [
        aws.s3().generate_presigned_url(
            "upload_part",
            Params={"Bucket": bucket, "Key": key, "UploadId": upload_id, "PartNumber": number},
            ExpiresIn=seconds,
        )
        for number in numbers
    ]


def put(bucket: str, key: str, upload_id: str, number: int, body: bytes) -> None:
    aws.s3().upload_part(Bucket=bucket, Key=key, UploadId=upload_id, PartNumber=number, Body=body)


def arrived(bucket: str, key: str, upload_id: str) -> list[Arrived]:
    """In order. NotFound when the upload was ended, dropped or forgotten."""
    from botocore.exceptions import ClientError

    pages = aws.s3().get_paginator("list_parts").paginate(Bucket=bucket, Key=key, UploadId=upload_id)
    try:
        return [
            Arrived(part.get("PartNumber", 0), part.get("Size", 0), part.get("ETag", ""))
            for page in pages
            for part in page.get("Parts", [])
        ]
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") in {"NoSuchUpload", "404"}:
            raise NotFound("this upload was ended, dropped or forgotten") from error
        raise


def end(bucket: str, key: str, upload_id: str) -> objects.Standing:
    """The parts become one object. Conflict while one of them is missing; done already is done."""
    try:
        there = arrived(bucket, key, upload_id)
    except NotFound:
        return objects.standing(bucket, key)
    if [part.number for part in there] != list(range(1, len(there) + 1)) or not there:
        missing = sorted(set(range(1, max((p.number for p in there), default=1) + 1)) - {p.number for p in there})
        raise Conflict(f"Part {missing[0]} has not been uploaded yet.")
    objects.end_upload(bucket, key, upload_id, {part.number: {"ETag": part.tag} for part in there})
    return objects.standing(bucket, key)
