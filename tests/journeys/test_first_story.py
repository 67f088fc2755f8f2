"""The whole story once: a citizen writes, a clerk answers, the citizen reads the answer."""

from tests.city import City


async def test_a_complaint_goes_all_the_way(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen("陈女士")
    number = await city.file(
        citizen, "我们小区电梯坏了半个月，物业一直不修，老人天天爬十二楼。电话13812345678"
    )
    card = clerk.find(number)
    assert "13812345678" not in card["text"]
    assert await clerk.press("签收") == "已签收"
    assert "李明" in clerk.find(number)["text"]
    await clerk.say("师傅明天上午九点到场维修，修好后我们再联系您。", reply_to=clerk.find(number))
    preview = clerk.find("市民将看到")
    await clerk.press("已解决")
    await clerk.press("发给市民")
    heard = citizen.heard[-1]
    assert "师傅明天上午九点到场维修" in heard
    assert number in heard
    assert preview["message_id"]
    assert "已办结" in clerk.find("电梯坏了")["text"]
