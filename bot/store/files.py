"""Files of our own making that messages carry, such as a summary, kept by their hash."""

import hashlib

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.db import Tx, upsert
from bot.store.tables import files


async def keep_file(tx: Tx, content: bytes) -> str:
    """Store a file to be sent; its hash names it in params as {"$file": hash, "name": …}."""
    digest = hashlib.sha256(content).hexdigest()
    await tx.conn.execute(
        upsert(tx, files)
        .values(sha256=digest, content=content, created_at=tx.now)
        .on_conflict_do_nothing(index_elements=["sha256"])
    )
    return digest


async def file_content(conn: AsyncConnection, digest: str) -> bytes:
    content: bytes = (
        await conn.execute(select(files.c.content).where(files.c.sha256 == digest))
    ).scalar_one()
    return content
