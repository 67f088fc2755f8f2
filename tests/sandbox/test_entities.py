"""Telegram's HTML subset and the entities that Telegram finds by itself."""

from typing import Any

import pytest

from bot.sandbox.entities import parse_html
from bot.sandbox.errors import ApiError
from bot.sandbox.texts import find_entities, formatted, is_blank, trim, units
from tests.rows import each_row


def plain(entities: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(e["type"], e["offset"], e["length"]) for e in entities]


@each_row(
    ("html", "text", "entities"),
    [
        ("<b>重</b>要", "重要", [("bold", 0, 1)]),
        ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
        ("<ins>a</ins><del>b</del><strike>c</strike>", "abc", [("underline", 0, 1), *[]]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<b>a<b>b</b></b>", "ab", [("bold", 0, 2)]),
        ("<code>a<b>b</b></code>", "ab", [("code", 0, 2)]),
        ("😀<u>x</u>", "😀x", [("underline", 2, 1)]),
        ("<B>x</b>", "x", [("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("a &lt; b &amp;&amp; c &gt; &quot;d&quot;", 'a < b && c > "d"', []),
        ("&#20013;&#x6587;", "中文", []),
        ("&nbsp; &unknown; &", "&nbsp; &unknown; &", []),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<tg-spoiler>x</tg-spoiler>", "x", [("spoiler", 0, 1)]),
        ("<blockquote>x</blockquote>", "x", [("blockquote", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("<b>x</>", "x", [("bold", 0, 1)]),
    ],
)
def test_html(html: str, text: str, entities: list[tuple[Any, ...]]) -> None:
    got, found = parse_html(html)
    assert got == text
    assert plain(found)[: len(entities)] == entities


def test_html_with_arguments() -> None:
    _, [link] = parse_html('<a href="https://a.cn?x=1&amp;y=2">看</a>')
    assert link == {"type": "text_link", "offset": 0, "length": 1, "url": "https://a.cn?x=1&y=2"}
    _, [pre] = parse_html('<pre><code class="language-python">x</code></pre>')
    assert pre == {"type": "pre", "offset": 0, "length": 1, "language": "python"}
    _, [emoji] = parse_html('<tg-emoji emoji-id="5368">👍</tg-emoji>')
    assert emoji["custom_emoji_id"] == "5368"
    user = {"id": 7, "is_bot": False, "first_name": "李"}
    known = {7: user}.get
    _, [mention] = parse_html('<a href="tg://user?id=7">李</a>', known)
    assert mention == {"type": "text_mention", "offset": 0, "length": 1, "user": user}
    assert parse_html('<a href="tg://user?id=8">李</a>', known) == ("李", [])
    assert parse_html('<a href="not a link">x</a>') == ("x", [])


@each_row(
    ("html", "message"),
    [
        ("中<p>x</p>", 'Unsupported start tag "p" at byte offset 3'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<span class="x">y</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        (
            "<a href>x</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
        ("<a href=a/b>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<a ='x'>x</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
        ("&#xd800;", "Text contains invalid Unicode characters after decoding HTML entities"),
    ],
)
def test_bad_html(html: str, message: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_html(html)
    assert caught.value.description.startswith(f"Bad Request: can't parse entities: {message}")


def test_trimming_moves_entities() -> None:
    text, entities = trim("  \n a <b> ", [{"type": "bold", "offset": 4, "length": 6}])
    assert (text, plain(entities)) == ("a <b>", [("bold", 0, 5)])
    _, [inner] = trim("ab  c", [{"type": "bold", "offset": 0, "length": 4}])
    assert inner["length"] == 2


def test_entities_found_in_a_text() -> None:
    text = "/case 261121 😀 见 https://a.cn/b, @minsheng #路灯 a/b"
    assert plain(find_entities(text)) == [
        ("bot_command", 0, 5),
        ("url", 18, 14),
        ("mention", 34, 9),
        ("hashtag", 44, 3),
    ]
    assert find_entities("/举报 a@b.cn 1/2") == []
    assert plain(find_entities("/a https://x.cn", [{"type": "code", "offset": 0, "length": 15}])) == [
        ("code", 0, 15)
    ]


def test_lengths_are_utf_16() -> None:
    assert units("a中😀") == 4
    assert formatted("😀" * 2048, [])[0] == "😀" * 2048
    with pytest.raises(ApiError, match="message is too long"):
        formatted("😀" * 2048 + "a", [])
    assert is_blank(" \u200b\u3000\n\ufeff")
    assert not is_blank("。")
