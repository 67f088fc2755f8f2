# /route 和 /rules：什么事归谁。

command-route = 试一段话会派给谁
command-rules = 什么事归谁
route-example = 清河县的敬老院收费太高
route-head = 只是试一试，什么都没有提交：
route-text = <blockquote>{ $text }</blockquote>
route-to = 会派给<b>{ $office }</b>。
route-apart = 像是在反映{ $offices }，所以避开它，由综合受理派单。
route-guess = { $domain } { $percent }%
route-domain = 领域：{ $guesses }
route-no-domain = 八个领域都不像
route-words = 依据：{ $words }
route-topic = 事项：{ $topic } { $percent }%
route-place =
    { $place ->
        [none] 地点：没有说，或者说了不止一处
       *[other] 地点：{ $place }
    }
route-likely = 综合受理会先看到：{ $offices }
route-urgent-sure = 像是有人有危险：会按紧急件办，马上呼叫值班的人。
route-urgent-asked = 会先问市民：现在有没有人有危险。
rule-wordless = 没有文字，由综合受理派单。
rule-unsure = 把握不够，由综合受理派单。
rule-none = 市民说哪个领域都不是，由综合受理派单。
rule-nobody = 没有部门负责这个领域，由综合受理派单。
rule-city = 这个领域没有下级部门，全{ $unit }都归它。
rule-local = 派给当地负责这个领域的部门。
rule-up = 那个地方没有负责这个领域的部门，归上一级。
rule-nowhere = 下级也有负责的部门，可是没有地点，先归{ $unit }级。提交前会问市民在哪里。
rules-head =
    <b>什么事归谁</b>
    领域，有把握就直接派：
rules-topics = 事项，由综合受理派：
rules-nobody = 还没有部门的事项：{ $topics }
rules-line =
    { $matter }：{ $office }{ $below ->
        [0] {""}
       *[other] ，下级 { $below } 个部门
    }
rules-rest =
    有下级部门的，说了地点就归当地，点下面的按钮看。
    /route 加一段话：试试会派给谁。
rules-matter =
    <b>{ $matter }</b>
    { $unit }里：{ $office }
rules-at = { $places }：{ $office }
rules-places =
    { $places }{ $more ->
        [0] {""}
       *[other] 等
    }
button-rules-back = 返回
route-not-chinese = 这段话不是中文。随程序来的模型只读中文，所以这样的话由综合受理的人来派单；市民也可以自己按按钮说是哪一类。
