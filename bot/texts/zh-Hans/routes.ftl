# 别的门：route-… 是名称，route-how-… 是告诉市民怎么走。
route-court = 诉讼
route-arbitration = 仲裁
route-mediation = 人民调解
route-discipline = 纪检监察
route-review = 行政复议
route-petition = 信访
route-how-court = 可以向人民法院起诉。带上身份证和有关材料，到法院的诉讼服务中心立案，去之前可以先问清楚要带什么。
route-how-arbitration = 可以申请仲裁。劳动上的争议，找劳动人事争议仲裁委员会；合同里写明仲裁的，找合同里写的仲裁委员会。
route-how-mediation = 可以请人民调解委员会调解，社区（村）和街道（乡镇）都有，不收费。
route-how-discipline = 反映公职人员违纪违法，可以向纪检监察机关举报，他们依法为您保密。
route-how-review = 不服行政机关的决定，可以申请行政复议。一般要在知道决定之日起 60 日内提出，请早些去问。
route-how-petition = 可以向信访部门提出，到接待窗口说、写信都行。
