// Which language the page speaks, and a word by its key. The words stand in words/.

const words = { zh, en };

// Complaints that a visitor may try. The city's desk reads Chinese, so they are Chinese in both languages.
export const examples = [
  {
    key: "example.lift",
    text: "柳岸小区7栋的电梯停了快半个月，物业只贴了张“等配件”的纸。我妈八十多岁住16楼，腿脚不好，连医院都去不了，能不能有人管管？",
  },
  {
    key: "example.wages",
    text: "我们十一个人在城北新区的工地干了四个月木工，包工头只付了头一个月的钱，剩下的一直说下周给。家里都等着用钱，想问该找谁把工资要回来。",
  },
  {
    key: "example.heating",
    text: "锦华苑3号楼的暖气烧了三天还是温的，屋里只有十四度，孩子已经冻感冒了。物业让找热力公司，热力公司的电话一直占线，请帮我们催一催。",
  },
];

let current = "zh";

export function language() {
  return current;
}

export function setLanguage(code) {
  current = code in words ? code : "zh";
  document.documentElement.lang = current === "zh" ? "zh-Hans" : "en";
}

export function t(key, values = {}) {
  const text = words[current][key] ?? words.zh[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

// What the server says when it refuses, for readers of Chinese; anything else is shown as it came.
const refusals = [
  [/^a message can't be empty/, "消息不能是空的"],
  [/^a (message|caption|text) has .*UTF-16 units/, "文字太长了"],
  [/has blocked the bot/, "这个人屏蔽了机器人，要先解除屏蔽"],
  [/is not in that group/, "这个人不在那个群里"],
  [/may not write in that group/, "这个人在那个群里被禁言了"],
  [/no such button/, "那条消息下面已经没有这个按钮了"],
  [/^there (is|was never) (no|a) message/, "那条消息已经不在了"],
  [/not this person's message/, "只能修改自己的消息"],
  [/only texts and captions can be edited/, "只有文字和说明可以修改"],
  [/^there is no (user|chat)/, "这个人或聊天已经不在了"],
  [/has become the supergroup/, "这个群已经升级为超级群组"],
  [/upload can't be read/, "文件读不出来，或者超过了 50 MB"],
  [/file must be non-empty/, "文件是空的"],
  [/IMAGE_PROCESS_FAILED|PHOTO_INVALID_DIMENSIONS/, "这张图片读不出来，可以改为按文件发送"],
  [/no clock to advance/, "没有接上业务时钟"],
  [/from another site|only on this machine/, "浏览器的来源不对，沙盒拒绝了"],
];

export function plain(sentence) {
  if (current !== "zh") return sentence;
  return refusals.find(([pattern]) => pattern.test(sentence))?.[1] ?? sentence;
}

// Elements that carry data-t (and data-t-title, data-t-label) get their words again after a switch.
export function translate(root) {
  for (const node of root.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of root.querySelectorAll("[data-t-title]")) node.title = t(node.dataset.tTitle);
  for (const node of root.querySelectorAll("[data-t-label]")) {
    node.setAttribute("aria-label", t(node.dataset.tLabel));
  }
}
