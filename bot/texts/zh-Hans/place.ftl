# 重点部位的二维码：管理员做、改名、停用；市民扫码。

place-made =
    “{ $name }”的二维码做好了（编码 { $code }）。下面的图片打印出来，贴在那里就行；也可以直接发链接：
    { $link }
    市民扫码后，地点自动填好，只要写是什么事。要改名，发：/place { $code } 新的名字。
place-again =
    “{ $name }”（编码 { $code }）：
    { $link }
    下面是可以打印的图片。要改名，发：/place { $code } 新的名字。
place-renamed = 编码 { $code } 现在叫“{ $name }”。已经贴出去的二维码照样能用。
place-withdrawn = “{ $name }”的二维码（编码 { $code }）停用了，市民扫了会看到它已停用。贴着的可以撕下来了。
place-list = 正在用的二维码，点一个看链接和图片。要做新的，发：/place 地点名字。
place-more = 只列出最新的 { $count } 个。
place-none = 还没有做过地点的二维码。发“/place 地点名字”就能做一个，例如：/place 人民公园南门。
place-too-long = 地点名字最长 { $limit } 字，现在 { $length } 字。请写短一点。
place-opened =
    您扫了“<b>{ $place }</b>”的二维码，地点我记下了。
    请写下是什么事，也可以发照片。不在那里的话，写清楚在哪里就行。
    有人有危险，请先打电话：{ $numbers }。
place-unknown = 这个二维码已经停用，或者不完整。没关系，请直接写下在哪里、是什么事。
place-at = 📍 { $place }
button-place = { $name }（{ $code }）
button-place-off = 停用这个二维码
command-place = 地点二维码
