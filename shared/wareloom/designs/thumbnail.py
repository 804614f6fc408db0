"""A small picture of the art, for lists."""


def thumbnail(png: bytes, side: int = 640) -> bytes:
    """WebP with its transparency, the longer side as asked."""
    import pyvips

    from wareloom.kit.errors import Rejected

    try:
        whole = pyvips.Image.pngload_buffer(png, fail_on="truncated")
        return whole.thumbnail_image(side, height=side, size="down").webpsave_buffer(Q=82, alpha_q=90, effort=2, keep=0)
    except pyvips.Error as failure:
        raise Rejected("This is not a PNG picture that can be read.") from failure
