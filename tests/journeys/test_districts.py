"""Where something is: found in the words, asked when it decides which office gets it, never needed for filing."""

from bot.core.case import Status
from bot.store import cases
from tests.city import City, Player
from tests.journeys.acts import card_of, case_of, labels
from tests.journeys.transcript import Transcript

HOME = "敬老院的饭菜总是凉的，换了几次厨师也没用"


async def elderly(citizen: Player, text: str = HOME) -> None:
    """Says it, and picks elderly care, which each county has an office of its own for."""
    await citizen.say(text)
    await citizen.press("其他领域")
    await citizen.press("养老")


async def test_the_most_local_office_gets_it(city: City) -> None:
    clerk = await city.clerk("qinghe-minzheng", "许芳")
    citizen, other = await city.citizen(), await city.citizen("Ann", "en")
    told = Transcript(city)
    told.name(citizen, 清河民政群=clerk.chat)
    # asked, and answered with a button
    await elderly(citizen)
    assert "望江市民政局" in citizen.last["text"] and "在哪个区（县）" in citizen.last["text"]
    assert {"清河县", "云岭县", "跳过"} < set(labels(citizen.last))
    await citizen.press("清河县")
    assert "清河县民政局" in citizen.last["text"] and "地点：清河县" in citizen.last["text"]
    assert "在哪个" not in citizen.last["text"]
    # a slip of the finger
    await citizen.press("地点不对")
    await citizen.press("返回")
    await citizen.press("提交")
    case = await case_of(city, "261120-0001")
    assert (case.department, case.district, case.status) == ("qinghe-minzheng", "清河县", Status.DISPATCHED)
    assert "地点：清河县" in card_of(clerk, case.number)["text"]
    # answered with words, in traditional characters
    await elderly(citizen, "日间照料中心三个月没开门")
    await citizen.say("在雲嶺縣雲山鎮")
    assert "地点：云岭县云山镇" in citizen.last["text"]
    await citizen.press("提交")
    case = await case_of(city, "261120-0002")
    assert (case.department, case.district) == ("yunling-minzheng", "云岭县云山镇")
    # not asked where the words say it; and "none of these" outweighs them
    await elderly(citizen, "我是清河县人，父亲住在市里的敬老院，收费说涨就涨")
    assert "清河县民政局" in citizen.last["text"]
    await citizen.press("地点不对")
    await citizen.press("都不是")
    assert "望江市民政局" in citizen.last["text"] and "在哪个" not in citizen.last["text"]
    await citizen.press("提交")
    case = await case_of(city, "261120-0003")
    assert (case.department, case.district) == ("minzheng", None)
    # skipped
    await elderly(citizen, "高龄津贴停发了半年")
    await citizen.press("跳过")
    assert "在哪个" not in citizen.last["text"]
    await citizen.press("提交")
    assert (await case_of(city, "261120-0004")).department == "minzheng"
    # a position on the map goes along, and names no county
    await citizen.send_other("location", latitude=38.9, longitude=115.5)
    await citizen.say("敬老院门口的路灯全坏了，晚上看不清路")
    await citizen.press("其他领域")
    await citizen.press("养老")
    assert "您发的位置会一起转过去" in citizen.last["text"] and "在哪个区（县）" in citizen.last["text"]
    await citizen.press("云岭县", on=citizen.last)
    assert "您发的位置" not in citizen.last["text"]
    await citizen.press("提交")
    placed = await case_of(city, "261120-0005")
    assert placed.department == "yunling-minzheng" and "38.9" in placed.text
    # left lying: filed as it stands, to the city's office
    await elderly(citizen, "社区的老年食堂关了")
    await city.pass_time(minutes=61)
    assert (await case_of(city, "261120-0006")).department == "minzheng"
    told.check("districts.zh-Hans")
    # in English, by the tree's English words
    await other.say("My mother's care home in Qinghe County is freezing")
    await other.press("Elderly care")
    assert "Place: Qinghe County" in other.last["text"]
    # it is about something else after all: another office of the same place, or the city's
    await other.press("Submit")
    case = await case_of(city, "261120-0007")
    assert (case.department, case.district) == ("qinghe-minzheng", "清河县")


async def test_what_goes_where_and_why(city: City) -> None:
    """/route tries a text and files nothing; /rules is the overview, and what a county has of its own."""
    desk = await city.clerk("triage", "赵静", "dispatcher")
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    told.name(综合受理群=desk.chat)
    for text, *words in (
        ("清河县的老人养老金迟迟不发", "望江市社会保险事业管理局", "社保 94%", "地点：清河县", "全市都归它"),
        ("电梯坏了，物业不管，一年了", "住房和城乡建设局", "住房 94%", "依据：电梯"),
        ("楼下夜里很吵", "综合受理", "把握不够", "地点：没有说"),
        ("教育局的工作人员收了学校的红包", "像是在反映望江市教育局", "综合受理"),
        ("学校宿舍着火了", "紧急件"),
        ("Nobody answers in Qinghe, 清河县", "综合受理", "不是中文", "地点：清河县"),
    ):
        await desk.say(f"/route {text}")
        assert "什么都没有提交" in desk.last["text"]
        assert all(word in desk.last["text"] for word in words), (text, desk.last["text"])
    await desk.say("/route")
    assert "请这样写" in desk.last["text"]
    await desk.say("/rules")
    assert "养老：望江市民政局（养老服务），下级 2 个部门" in desk.last["text"] and labels(desk.last) == [
        "养老"
    ]
    await desk.press("养老")
    assert "清河县：清河县民政局" in desk.last["text"] and "云岭县：云岭县民政局" in desk.last["text"]
    await desk.press("返回")
    await desk.say("/rules 养老")
    assert "云岭县：云岭县民政局" in desk.last["text"]
    await clerk.say("/route 电梯坏了")
    assert "只有派单员和管理员能做" in clerk.last["text"]
    async with city.service.db.read() as conn:
        assert not await cases.numbers(conn)
    told.check("rules.zh-Hans")
