"""Departments as admins set them up in the chat: added, renamed, moved, closed; what the settings still say."""

from pathlib import Path

from sqlalchemy import select

from bot.config import example_path, load_settings
from bot.core.case import Status
from bot.departments import LocalText
from bot.sandbox.server import SandboxServer
from bot.service import departments
from bot.store import people
from bot.store.tables import audit
from classifier.predict import Classifier
from tests.city import City, Player, running_city
from tests.factories import TOKEN, HandClock
from tests.journeys.acts import card_of, case_of, forged, labels
from tests.journeys.transcript import Transcript
from tests.soundness import Expected, check_sound

CITY = tuple(d for d in load_settings(example_path()).departments if d.level == "city")
BAISHUI = {"name": LocalText.model_validate({"zh-Hans": "白水市"})}


async def noted(city: City) -> list[tuple[str, str]]:
    async with city.service.db.read() as conn:
        rows = await conn.execute(
            select(audit.c.action, audit.c.data)
            .where(audit.c.action.startswith("department"), audit.c.actor_id.is_not(None))
            .order_by(audit.c.id)
        )
        return [(row.action, row.data["name"]) for row in rows]


async def answer(player: Player, words: str) -> None:
    """Replies to the question that was just asked."""
    await player.say(words, reply_to=player.last)


async def test_a_county_is_set_up_by_chat(tmp_path: Path, classifier: Classifier, expected: Expected) -> None:
    """From the triage desk and the city's bureaus: a county's desk and bureau, renamed, moved, closed with a case."""
    expected.faults = ("Bad Request: message is not modified",)
    async with running_city(tmp_path, classifier, departments=CITY) as city:
        admin, other = await city.admin("郑主任"), await city.admin("钱主任")
        schools = await city.clerk("jiaoyu", "周强")
        desk = await city.clerk("triage", "赵静", "dispatcher")
        told = Transcript(city)
        told.name(admin, other)
        # by buttons: the county's desk
        await admin.say("/dept")
        assert "部门（15 个）" in admin.last["text"]
        await admin.press("新增部门")
        await answer(admin, "清河县民声受理中心")
        assert "区县级" in admin.last["text"] and "地点：清河县" in admin.last["text"]
        await admin.press("地点")
        await answer(admin, "清河县 城关镇 柳林镇")
        assert "简称：清河县\n" in admin.last["text"], "read from the name"
        await admin.press("保存")
        assert "清河县民声受理中心已经设好" in admin.last["text"]
        assert "郑主任新设了部门：清河县民声受理中心" in other.last["text"]
        # by words: its bureau; level and what is above it are read from the name
        await admin.say("/dept 新增 清河县教育局")
        assert "上级：清河县民声受理中心" in admin.last["text"] and "简称：清河教育" in admin.last["text"]
        await admin.press("领域")
        await admin.press("教育")
        assert "领域：教育" in admin.last["text"]
        citizen = await city.citizen()
        assert (await filed(city, citizen, "清河县城关镇的学校乱收费")) == "jiaoyu", "nothing is saved yet"
        await admin.press("保存")
        number = await city.file(await city.citizen("王先生"), "城关镇中心学校的校车总是超载")
        assert (await case_of(city, number)).department == "d2", "at once, without a restart"
        # what does not fit is refused, with an example
        for words, why in (
            ("新增 清河县教育局", "已经有一个部门叫“清河县教育局”"),
            ("教育局 领域 无", "教育就没有市级部门负责了"),
            ("教育局 上级 清河县教育局", "不能放在区县级的"),
            ("清河县 上级 清河县教育局", "绕成了一圈"),
            ("清河县教育局 领域 气象", "没有“气象”这一项"),
            ("清河县教育局 电话 打给我", "电话只能有数字"),
            ("清河县教育局 改名 民政局", "“民政局”已经是望江市民政局（养老服务）的"),
            ("清河县教育局 别名 教委", "“教委”已经是望江市教育局的"),
            ("清河县教育局 简称 教育", "“教育”已经是望江市教育局的"),
            ("清河县教育局 搬到 柳林镇", "请写明改什么"),
            ("清河縣教育局 層級 部級", "级别只有：市级、区县级、乡镇街道级"),
            ("清河县教育局 简称 这个简称实在是太长太长太长了", "最多 12 个字"),
            ("综合受理 撤销", "不能撤销"),
            ("清河县教育局 撤销 交给 清河县教育局", "接手的要另选一个"),
            ("气象局", "没有叫“气象局”的部门"),
            ("清河县教育局 英文名", "这样设不了"),
            ("清河县教育局 先审 也许", "请写“要”或“不要”"),
        ):
            await admin.say(f"/dept {words}")
            assert why in admin.last["text"], (words, admin.last["text"])
        # two admins at once: the second one looks again
        await admin.say("/dept 清河县教育局 改名 清河县教育体育局 / Qinghe Sports")
        await other.say("/dept 清河县教育局 电话 0000-8880301")
        await other.press("保存")
        assert "被别人改过" in str(await admin.press("保存"))
        await admin.say("/dept 清河县教育局 改名 清河县教育体育局 / Qinghe County Education and Sports")
        assert "→" in admin.last["text"]
        await admin.press("保存")
        # a new name in Chinese leaves the English one; each of them can be changed alone, in one change
        await admin.say("/dept 清河县教育体育局改名清河縣教體局")
        assert "英文：Qinghe County Education and Sports（没有改）" in admin.last["text"]
        await admin.say("/dept 清河县教育体育局 英文名 Qinghe Schools")
        await admin.say("/dept 清河县教育体育局 繁体名 清河縣教育體育局")
        stands = "保存后叫：清河县教体局；繁体：清河縣教育體育局；英文：Qinghe Schools。"
        assert stands in admin.last["text"], admin.last["text"]
        await admin.say("/dept 清河县教育体育局 改名 清河县教育体育局")
        assert "繁体" not in admin.last["text"].partition("\n")[0] and "照简体转换" in admin.last["text"]
        await admin.say("/dept 清河县教育体育局 改名 Qinghe County Education")
        assert "保存后叫：清河县教育体育局" in admin.last["text"], "in English alone"
        await admin.press("保存")
        assert city.service.desk.offices["d2"].name.en == "Qinghe County Education"
        await admin.say("/dept 教育局 简称 教育处")
        assert "教育处 / Education" in admin.last["text"]
        await admin.press("不改了")
        assert "清河县教育体育局" in other.last["text"]
        # two new ones at once get ids of their own
        await admin.say("/dept 新增 清河县城关镇便民服务中心")
        await other.say("/dept 新增 清河縣柳林鎮便民服務中心")
        await admin.press("保存")
        await other.press("保存")
        assert [city.service.desk.offices[d].districts for d in ("d3", "d4")] == [("城关镇",), ("柳林镇",)]
        names = city.service.desk.offices["d4"].name
        assert (names.zh_hans, names.zh_hant) == ("清河县柳林镇便民服务中心", "清河縣柳林鎮便民服務中心")
        # a short name is offered where there is none: taken by a button, or another one is written
        await admin.say("/dept 清河县教育体育局 简称 无")
        assert "简称：清河教育 → 无" in admin.last["text"]
        await admin.press("简称")
        assert "可以叫“清河教体”" in admin.last["text"]
        await answer(admin, "清河文教")
        assert "清河教育 → 清河文教" in admin.last["text"]
        await admin.say("/dept 清河县教育体育局 简称 无")
        await admin.press("简称")
        await admin.press("就用“清河教体”")
        assert "清河教育 → 清河教体" in admin.last["text"]
        await admin.press("不改了")
        # what it wants of its answers: by a button with what it means, and by words
        await admin.say("/dept 清河县教育体育局")
        await admin.press("答复先审")
        assert "看过、同意了，再发给市民" in admin.last["text"] and "✓ 不要" in str(labels(admin.last))
        await admin.press("要")
        assert "答复先审：不要 → 要" in admin.last["text"] and "还没有部门负责人" in admin.last["text"]
        await admin.press("现场核查")
        await admin.press("不要")
        assert "现场核查" not in admin.last["text"]
        await admin.say("/dept 清河縣教育體育局 現場查核 開啟")
        assert "还没有现场核查员：由督办员核实" in admin.last["text"]
        await admin.press("保存")
        office = city.service.desk.offices["d2"]
        assert (office.approval, office.check) == (True, True)
        assert "答复先审：不要 → 要" in other.last["text"] and "现场核查：不要 → 要" in other.last["text"]
        await admin.say("/dept 清河县教育体育局核查不要")
        assert "答复先审：要\n现场核查：要 → 不要" in admin.last["text"]
        await admin.press("保存")
        assert not city.service.desk.offices["d2"].check
        # moved: below the city's bureau, and back to where nobody is above it
        await admin.say("/dept 清河县教育体育局 上级 教育局")
        await admin.press("不改了")
        await admin.press("上级")
        await admin.press("教育", on=admin.last)
        await admin.press("保存")
        assert city.service.desk.offices["d2"].parent == "jiaoyu"
        # there it serves no place of its own any more, and the page says so until it does
        await admin.say("/dept 清河县教育体育局")
        assert "还没写地点" in admin.last["text"]
        await admin.say("/dept 清河县教育体育局 地点 清河县 城关镇 柳林镇")
        assert "还没写地点" not in admin.last["text"]
        await admin.press("保存")
        # its people, its group; then it is closed with what it has
        clerk = await city.clerk("d2", "何老师")
        await clerk.press("签收", on=card_of(clerk, number))
        await desk.say(f"/transfer {number}")
        offered = desk.last
        await admin.say("/dept 清河县教育体育局 撤销")
        assert "未办结的 1 件转给" in admin.last["text"] and "综合受理" in admin.last["text"]
        await admin.press("换一个接手的部门")
        await admin.press("教育", on=admin.last)
        assert "望江市教育局" in admin.last["text"] and "1 位工作人员" in admin.last["text"]
        await admin.press("确认撤销")
        case = await case_of(city, number)
        assert (case.department, case.status, case.handler_id) == ("jiaoyu", Status.DISPATCHED, None)
        wang = await city.citizen("王先生")
        assert "清河县教育体育局撤销了" in wang.last["text"] and "望江市教育局" in wang.last["text"]
        assert "已撤销，这一件由你们接着办" in card_of(schools, number)["text"]
        assert "1 件由你们接着办" in schools.find("撤销了")["text"]
        alone = await city.private(clerk)
        assert "岗位也结束了" in alone.last["text"]
        assert "不再接收它的件" in clerk.find("不再接收")["text"]
        # it is nowhere to be picked any more, and an old button says so
        assert "清河县教育体育局" not in str(labels(offered))
        case_id = (await case_of(city, number)).id
        assert await forged(desk, f"c:send:{case_id}:d2:jiao")
        assert (await case_of(city, number)).department == "jiaoyu"
        assert (await filed(city, citizen, "柳林镇的学校操场全是水")) == "jiaoyu"
        assert [kind for kind, _ in await noted(city)] == [
            "department-added", "department-added", *["department-changed"] * 3,
            "department-added", "department-added",
            "department-changed", "department-changed", "department-changed", "department-changed", "department-closed",
        ]  # fmt: skip
        # nobody else may
        mine = await city.private(schools)
        await mine.say("/dept")
        assert "只有管理员能做" in mine.last["text"]
        told.check("departments.zh-Hans")
        await check_sound(city, expected)


async def test_a_city_begins_without_departments_in_its_settings(
    tmp_path: Path, classifier: Classifier
) -> None:
    """The usual bureaus are there; a county is set up, in words that answer a question right behind it, too."""
    server = SandboxServer(token=TOKEN)
    await server.start()
    try:
        async with running_city(tmp_path, classifier, departments=(), city=BAISHUI, server=server) as city:
            admin = await city.admin("郑主任")
            await admin.say("/dept")
            assert "部门（8 个）" in admin.last["text"]
            await admin.press("人社")
            assert "白水市人力资源和社会保障局" in admin.last["text"] and "电话" not in admin.last["text"]
            await admin.say("/dept 人社 电话")
            assert "给市民看的电话" in admin.last["text"]
            await admin.say("0000-8881234")
            assert "无 → 0000-8881234" in admin.last["text"]
            await admin.press("保存")
            await admin.say("/dept 新增")
            await admin.say("白水市清河县民声受理中心")
            assert "区县级" in admin.last["text"] and "地点：清河县\n" in admin.last["text"]
            await admin.press("地点")
            await admin.say("清河县 城关镇 柳林镇")
            await admin.press("保存")
            for name, level, parent in (
                ("白水市清河县教育局", "county", "d1"),
                ("清河县柳林镇人民政府", "township", "d1"),
                ("白水市城市管理局", "city", None),
            ):
                await admin.say(f"/dept 新增 {name}")
                await admin.press("领域")
                await admin.press("教育")
                await admin.press("保存")
                made = city.service.desk.offices.all[-1]
                assert (made.name.zh_hans, made.level, made.parent) == (name, level, parent)
            number = await city.file(await city.citizen("王先生"), "城关镇中心学校的校车总是超载")
            assert (await case_of(city, number)).department == "d2"
            await admin.say("我家楼下的路灯坏了")
            assert "提交" in str(labels(admin.last)), "without a question an admin is a citizen"
        # a restart with no departments in the settings changes nothing
        async with running_city(tmp_path, classifier, departments=(), city=BAISHUI, server=server) as city:
            offices = city.service.desk.offices
            assert len(offices.all) == 12 and offices["renshe"].phone == "0000-8881234"
    finally:
        await server.stop()


async def test_a_county_has_a_desk_of_its_own(tmp_path: Path, classifier: Classifier) -> None:
    """It is called a county, its level is the county's, and below it are townships only."""
    name = {"name": LocalText.model_validate({"zh-Hans": "清河县", "en": "Qinghe"})}
    async with running_city(tmp_path, classifier, departments=(), city=name) as city:
        admin = await city.admin("郑主任")
        await admin.say("/dept 人社")
        assert "级别：县级" in admin.last["text"]
        await admin.press("级别")
        assert labels(admin.last) == ["✓ 县级", "乡镇街道级", "返回"]
        await admin.say("/dept 人社 级别 县")
        assert "→" not in admin.last["text"]
        await admin.say("/dept 人社 级别 省")
        assert "级别只有：县级、乡镇街道级。" in admin.last["text"]
        await admin.say("/dept 教育局 领域 无")
        assert "教育就没有县级部门负责了" in admin.last["text"]
        for town in ("柳林镇", "城关镇"):
            await admin.say(f"/dept 新增 清河县{town}人民政府")
            assert f"简称：{town}\n级别：乡镇街道级\n地点：{town}" in admin.last["text"]
            await admin.press("领域")
            await admin.press("教育")
            await admin.press("保存")
        await admin.say("/dept 新增 清河县住房和城乡建设局")
        assert "已经有一个部门叫" in admin.last["text"]
        await admin.say("/rules 教育")
        assert "县里：清河县教育局" in admin.last["text"]
        await admin.say("/staff")
        assert "全县" in admin.last["text"]
        citizen = await city.citizen("王先生")
        await citizen.say("学校食堂每个月乱收费，不交就不让吃饭")
        assert "这件事在哪个乡镇（街道）？" in citizen.last["text"]
        await citizen.press("柳林镇")
        await citizen.press("提交")
        assert "柳林镇人民政府" in citizen.last["text"]


async def filed(city: City, citizen: Player, text: str) -> str:
    return (await case_of(city, await city.file(citizen, text))).department


async def test_the_settings_are_followed_where_they_changed(
    tmp_path: Path, classifier: Classifier, expected: Expected
) -> None:
    """What the chat changed stays; what the settings changed since the last start is taken over, if it fits."""
    expected.faults = ("Conflict",)
    server = SandboxServer(token=TOKEN)
    await server.start()
    clock = HandClock()
    all_of_them = load_settings(example_path()).departments
    try:
        async with running_city(tmp_path, classifier, clock=clock, server=server) as city:
            admin = await city.admin("郑主任")
            await admin.say("/dept 城管局 改名 望江市综合执法局")
            await admin.press("保存")
            await admin.say("/dept 云岭民政 撤销")
            await admin.press("确认撤销")
            assert "yunling-minzheng" not in city.service.desk.offices
        phone = {"phone": "0000-9999999"}
        later = tuple(
            d.model_copy(update=phone) if d.id == "chengguan" else d
            for d in all_of_them
            if d.id != "huanjing"
        )
        async with running_city(tmp_path, classifier, clock=clock, server=server, departments=later) as again:
            now = again.service.desk.offices
            assert now["chengguan"].name.get("zh-Hans") == "望江市综合执法局"
            assert now["chengguan"].phone == "0000-9999999"
            assert "huanjing" not in now and "yunling-minzheng" not in now
            assert now.known("huanjing") is not None, "its name is still known"
        # nobody would lead 教育: nothing of it is taken over, and the admins hear why, once
        wrong = tuple(d for d in later if d.id not in ("jiaoyu", "yibao"))
        for _ in range(2):
            async with running_city(
                tmp_path, classifier, clock=clock, server=server, departments=wrong
            ) as third:
                await third.settle()
                assert {"jiaoyu", "yibao"} <= {d.id for d in third.service.desk.offices.all}
                heard = Player(third, admin.user, admin.chat, admin.name).heard
                assert sum("没有采用" in text for text in heard) == 1
                await check_sound(third, expected)
                async with third.service.db.read() as conn:
                    assert await people.recall(conn, departments.REFUSED)
    finally:
        await server.stop()
