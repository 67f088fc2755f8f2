"""Words of the trade that jieba's dictionary does not hold: both engines learn them before they cut.

Institutions, benefits, offences and things that citizens write about. A word belongs here when its parts say
less than the whole (失独, 飞线, 长护险), not for being frequent.
"""

from __future__ import annotations

from typing import Final

_LISTS: Final = """
就业 灵活就业 考编 事业编 劳务派遣 外卖员 快递员 网约车 代驾 众包 五险一金 五险 竞业协议 农民工工资 讨薪
    克扣工资 高温津贴 三支一扶 西部计划 公益性岗位 辅警 网格员 技能补贴 职称评审 二建 一建 特种作业 买断工龄
    改制企业
教育 学区房 学位房 代课教师 特岗教师 特岗 乡村教师 课后服务 延时服务 校外培训 双减 入学难 摇号 校服费
    校园霸凌 托管班 研学 成考 实习证 助学贷款 绩效工资
社保 失业金 失业保险 工伤认定 生育津贴 生育保险 居民医保 职工医保 新农合 城乡居保 异地就医 异地结算 门诊统筹
    大病保险 二次报销 慢病卡 特病 门特 临时救助 两项补贴 护理补贴 遗属补助 断缴 视同缴费 养老金认证
    灵活就业人员
医疗 医保局 卫健委 卫健局 社区医院 村医 乡村医生 核酸检测 健康码 行程码 封控 隔离点 疫苗接种 接种点 九价
    医闹 黄牛号 号贩子 靶向药 集采 医美 种植牙 规培 规培生 托育 育儿补贴 三孩 二孩 产检
住房 公租房 经适房 安置房 返迁房 棚改 延期交房 备案价 阴阳合同 维修基金 公维金 人防车位 飞线充电 飞线 充电桩
    加装电梯 二次供水 不动产证 大产证 办证难 公摊 精装房 网签 公积金贷款 提取公积金 租房补贴 人才房 隔断间
    长租公寓 群租房 老旧小区 征收办
养老 护理院 日间照料 居家养老 高龄津贴 老年卡 老年证 长护险 失能 失能老人 失独 失独家庭 空巢老人 独居老人
    留守老人 助餐点 长者食堂 老年活动中心 适老化
食品安全 僵尸肉 三无产品 过期食品 预制菜 外卖店 卫生许可证 农残
社会治安 资金盘 杀猪盘 套路贷 网贷 裸贷 校园贷 非吸 非法集资 电信诈骗 刷单 跑分 失足女 扫黑除恶 高空抛物
    烈性犬 入室盗窃 碰瓷 消防车道
其他 占道经营 流动摊贩 广场舞 渣土车 大货车 违停 断头路 村道 高铁站 流量费 扬尘 征地款 青苗费 土地流转 粮补
    不作为 网购 社会抚养费
"""


def _read(lists: str) -> tuple[str, ...]:
    """All terms once, in order; the first word of an entry names whom it concerns."""
    entries = lists.replace("\n    ", " ").strip().splitlines()
    return tuple(dict.fromkeys(term for entry in entries for term in entry.split()[1:]))


TERMS: Final = _read(_LISTS)
