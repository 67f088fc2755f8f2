# 其他管道：route-… 是名稱，route-how-… 是告訴民眾怎麼申請。各地的機關不同，兩種名稱並列。
route-court = 訴訟
route-arbitration = 調解或仲裁
route-mediation = 調解委員會
route-discipline = 政風或監察機關
route-review = 訴願（行政複議）
route-petition = 請願（信訪）
route-how-court = 可以向法院起訴。帶身分證和相關資料到法院的訴訟服務櫃檯，去之前可以先問清楚要帶什麼。
route-how-arbitration = 勞資爭議，可以向勞工主管機關申請調解或仲裁；契約裡寫明仲裁的，找契約裡寫的仲裁機構。
route-how-mediation = 可以請住家附近的調解委員會調解，不收費。
route-how-discipline = 公務人員有違法失職，可以向政風或監察機關檢舉，他們會依法為您保密。
route-how-review = 不服行政機關的決定，可以依法提起訴願（有的地方叫行政複議）。通常要在知道決定後 30 日或 60 日內提出，請早些去問。
route-how-petition = 可以向受理請願（信訪）的機關提出，當面說或寫信都可以。
