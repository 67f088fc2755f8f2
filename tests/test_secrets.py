import copy
import logging
import pickle
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.config import ConfigError
from bot.secrets import RedactingFilter, Token, read_token, webhook_secret
from tests.rows import each_row

SECRET = "AAF-abcdefghijklmnopqrstuvwxyz_01234"
TEXT = f"123456:{SECRET}"
OTHER = "987654321:BBE_zyxwvutsrqponmlkjihgfedcba-98765"


@pytest.fixture
def token_file(tmp_path: Path) -> Path:
    path = tmp_path / "token"
    path.write_text(TEXT + "\n", encoding="utf-8")
    path.chmod(0o600)
    return path


def test_the_token_comes_from_the_environment_or_a_file(token_file: Path) -> None:
    for token in (
        read_token({"MINSHENG_TOKEN": f" {TEXT}\n"}),
        read_token({"MINSHENG_TOKEN_FILE": str(token_file), "MINSHENG_TOKEN": ""}),
    ):
        assert token.reveal() == TEXT
        assert token.bot_id == 123456
        assert token.warning is None


def test_a_file_that_others_can_read_brings_a_warning(token_file: Path) -> None:
    token_file.chmod(0o644)
    warning = read_token({"MINSHENG_TOKEN_FILE": str(token_file)}).warning
    assert warning is not None
    assert f"chmod 600 {token_file}" in warning
    assert SECRET not in warning


@each_row("show", [str, repr, "{}".format, "{!r}".format, "%s".__mod__, ascii])
def test_a_token_shows_only_the_bot(show: Callable[[Token], str]) -> None:
    assert show(Token(TEXT)) == "<token of bot 123456>"
    assert show(Token(TEXT)) == f"{Token(TEXT)}"


@each_row("take", [copy.copy, copy.deepcopy, pickle.dumps, vars])
def test_a_token_is_not_carried_elsewhere(take: Callable[[Token], object]) -> None:
    with pytest.raises(TypeError) as caught:
        take(Token(TEXT))
    assert SECRET not in str(caught.value)


def test_no_token_says_where_one_comes_from() -> None:
    with pytest.raises(ConfigError) as caught:
        read_token({"MINSHENG_TOKEN": " "})
    for word in ("@BotFather", "MINSHENG_TOKEN ", "MINSHENG_TOKEN_FILE", "For example: "):
        assert word in str(caught.value)


def test_two_tokens_are_one_too_many(token_file: Path) -> None:
    with pytest.raises(ConfigError, match="For example: unset") as caught:
        read_token({"MINSHENG_TOKEN": TEXT, "MINSHENG_TOKEN_FILE": str(token_file)})
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    "wrong", [SECRET, "123456:short-and-secret", f"12:{SECRET}", f"{TEXT} more", f"bot{TEXT}"]
)
def test_a_malformed_token_is_refused_and_not_shown(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "token"
    path.write_text(wrong, encoding="utf-8")
    for environ in ({"MINSHENG_TOKEN": wrong}, {"MINSHENG_TOKEN_FILE": str(path)}):
        with pytest.raises(ConfigError, match=r"does not hold a bot token.*For example: ") as caught:
            read_token(environ)
        assert wrong not in str(caught.value)
        assert SECRET not in str(caught.value)
        assert caught.value.__suppress_context__


def test_a_token_file_that_cannot_be_read(tmp_path: Path) -> None:
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\xfe" + TEXT.encode())
    for path, why in (
        (tmp_path / "none", "cannot be read"),
        (tmp_path, "cannot be read"),
        (binary, "not a text"),
    ):
        with pytest.raises(ConfigError, match=why) as caught:
            read_token({"MINSHENG_TOKEN_FILE": str(path)})
        assert "MINSHENG_TOKEN_FILE" in str(caught.value)
        assert caught.value.__suppress_context__


def test_the_webhook_s_secret_is_given_or_made() -> None:
    assert webhook_secret({"MINSHENG_WEBHOOK_SECRET": "a-secret_of-16-chars"}) == "a-secret_of-16-chars"
    made = webhook_secret({})
    assert re.fullmatch(r"[A-Za-z0-9_-]{32,256}", made)
    assert webhook_secret({}) != made
    with pytest.raises(ConfigError) as caught:
        webhook_secret({"MINSHENG_WEBHOOK_SECRET": "has a space in the middle"})
    assert "middle" not in str(caught.value)


class Unshowable:
    def __str__(self) -> str:
        raise RuntimeError("no words")


@pytest.fixture
def log(request: pytest.FixtureRequest) -> tuple[logging.Logger, Callable[[], str]]:
    lines: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record) + repr(vars(record)))

    handler = Kept()
    handler.addFilter(RedactingFilter(Token(TEXT)))
    # Not in logging's own tree, so that nothing is left behind.
    logger = logging.Logger(request.node.name)  # noqa: LOG001
    logger.addHandler(handler)
    return logger, lambda: "\n".join(lines)


def test_logs_lose_every_token(log: tuple[logging.Logger, Callable[[], str]]) -> None:
    logger, written = log
    logger.info("message %s" % TEXT)  # noqa: G002, UP031
    logger.info(
        "args %s and %r at %s", TEXT, {"url": f"https://x/bot{OTHER}/getMe"}, OTHER.replace(":", "%3A")
    )
    logger.info("named %(token)s", {"token": OTHER})
    logger.info("secret half %s", SECRET)
    logger.info(ValueError(TEXT))
    logger.info("extra", extra={"url": f"https://x/bot{TEXT}/getMe"})
    try:
        try:
            raise OSError(f"https://api.telegram.org/bot{TEXT}/getMe")
        except OSError as error:
            raise RuntimeError(OTHER) from error
    except RuntimeError:
        logger.exception("failed for %s", TEXT, stack_info=True)
    text = written()
    for part in (SECRET, OTHER.partition(":")[2], OTHER):
        assert part not in text
    for part in (
        "message <token of bot 123456>",
        "getMe",
        "Traceback",
        "RuntimeError: <token>",
        "named <token>",
    ):
        assert part in text


def test_a_record_that_cannot_be_shown_is_still_logged(log: tuple[logging.Logger, Callable[[], str]]) -> None:
    logger, written = log
    logger.info("%d people", TEXT)
    logger.info("hello %s", Unshowable())
    assert "%d people (its arguments could not be shown: TypeError)" in written()
    assert "hello %s (its arguments could not be shown: RuntimeError)" in written()
    assert SECRET not in written()


def test_other_text_stays_as_it_is(log: tuple[logging.Logger, Callable[[], str]]) -> None:
    logger, written = log
    logger.info("case 261121-0042 at 12:30, 100%% done, chat %d", -1001234567890)
    assert "case 261121-0042 at 12:30, 100% done, chat -1001234567890" in written()
