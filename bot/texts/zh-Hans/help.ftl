# 工作人员的 /help：先说最要紧的，命令按要做的事分开，点开再看。

help-staff = 在群里<b>回复卡片</b>就能写答复，发出前会先给您看市民将看到的样子；卡片上有别的按钮。
help-begin =
    <b>从零开始，四步</b>
    1. /dept 把部门改成本地的：名称、电话、地点，缺的添上
    2. /invite 邀请工作人员
    3. 给部门建一个群，把我和他们加进去
    4. 在群里发 /bind
help-press = 您要做什么？点一下，看有哪些命令。
button-help-begin = 从零开始
button-help-own = 自己反映事情
button-help-work = 办一件
button-help-look = 查找、值班
button-help-sort = 派单
button-help-watch = 督办、评判
button-help-offices = 部门、地点
button-help-people = 人员、通知
button-help-machine = 自动分派
button-help-checks = 检查运行
help-work =
    <b>办一件</b>（按钮上也都有）
    /claim 编号 签收：由您来办，市民会知道
    /reply 编号 内容 答复，也可写在照片、文件下面
    /solved 编号 内容 办结：已解决
    /explained 编号 内容 办结：解释到位
    /planned 编号 内容 办结：列入计划
    /ask 编号 内容 请市民补充，等回答时先不计时
    /note 编号 内容 内部备注
    /correct 编号 内容 公开更正答复
    /template 答复模板，/template 编号 看合用的
    /transfer 编号 部门 转办
    /return 编号 退回综合受理，由他们另派
    /extend 编号 天数 原因 申请延期，督办员同意才算
    /defer 编号 日期 打算 申请挂账：眼下办不了，到那天再办，督办员同意才算
    /takeback 编号 撤回申请
    /recall 编号 挂账的恢复办理
    /reopen 编号 办结的重新办理
    /support 编号 部门 请部门协办：他们只给您意见，不答复市民
    /opinion 编号 写协办意见
    /handover 编号 换人办理（负责人、派单员）
    /agree 编号、/refuse 编号 同意或不同意申请（负责人、督办员）
    /reveal 编号 看联系方式
    /ack 编号 应答紧急呼叫
    /export 编号 导出档案
help-look =
    <b>查找、值班</b>
    /queue 看本部门的件
    /my 看自己手上的件
    /find 词语、编号或电话后四位 查找
    /case 编号 打开一件
    /knowledge 知识卡
    /summary 立项、办结、推进和超期（私聊，部门负责人）
    /duty 看值班、排值班
    /away 我不在，请同事代
    /language 换语言
help-sort =
    <b>派单</b>
    /transfer 编号 部门 派给部门
    /decline 编号 不予受理：这里办不了，告诉市民该走哪条路，到此结束
    /complex 编号 原因 定为复杂件：答复期限变长，市民会知道
    /merge 编号 主件编号 并单：同一件事一起办
    /unmerge 编号 拆出来单独办
    /split 编号 拆单：一件里有几件事，分开办
    /summarise 编号 给语音、照片写摘要
    /record 电话 姓名 替来电人登记，下一行写内容
    /calls 待电话回访（私聊）
    /knowledge 用知识卡直接答复
    /accuse 编号 部门 确认被反映的部门，它从此看不到这一件
    /seal 编号 设为保密
    /rules 什么事归谁
    /route 一段话：试试会派给谁
    /label 逐件标注，教机器分派（私聊）
help-watch =
    <b>督办、评判</b>
    /summary 立项、办结、推进和超期（私聊）
    /queue 部门 看这个部门的件
    /supervise 编号 要求 列入督办：督办员都盯着，市民会知道
    /escalate 编号 要求 挂牌督办：再高一级，报给上一级
    /takeover 编号 领导 由领导包案：请一位领导亲自督促，市民会知道是哪位
    /redo 编号 市民不认可，重新办理
    /uphold 编号 维持答复，说明理由
    /agree 编号、/refuse 编号 同意或不同意延期、挂账
    /reveals 编号 谁查看过联系方式和保密内容（私聊）
help-offices =
    <b>部门、地点</b>
    /dept 部门的新设、改名、电话、上下级、撤销（私聊）
    /bind 部门（在群里发）：把群绑定到部门
    /rules 什么事归谁
    /route 一段话：试试会派给谁
    /place 地点：做一张贴在现场的二维码（私聊）
help-people =
    <b>人员、通知</b>
    /invite 角色 部门：发一次性邀请链接
    /staff 谁在这里工作；改角色、换部门、离岗交接
    /duty 看值班、排值班
    /broadcast 文字：通知全体工作人员，发出前先给您看
help-machine =
    <b>自动分派</b>
    /label 逐件标注，教机器分派
    /retrain 用人工标注重新训练，看过对比再决定换不换
    /model 看模型版本
    /rollback 换回旧的
help-checks =
    <b>检查运行</b>
    /status 一切正常，还是哪里要看一下
    /summary 立项、办结、推进和超期
    /audit 最近谁做了什么
    /reveals 编号 谁查看过联系方式和保密内容
