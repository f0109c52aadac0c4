"""CRC-32C, as chunks of uploads and downloads carry it."""

import functools

POLYNOMIAL = 0x82F63B78


def _row(byte: int) -> int:
    for _ in range(8):
        byte = (byte >> 1) ^ (POLYNOMIAL if byte & 1 else 0)
    return byte


TABLE = tuple(_row(byte) for byte in range(256))


@functools.lru_cache(maxsize=64)
def crc32c(data: bytes) -> int:
    """The checksum of the bytes; kept, since tests send the same chunks often."""
    value = 0xFFFFFFFF
    for byte in data:
        value = TABLE[(value ^ byte) & 0xFF] ^ (value >> 8)
    return value ^ 0xFFFFFFFF
