/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "corpus-words.h"

/* Grammar first, then what the news is about. */
const char corpus_english_words[]
  = "the of to and a in that is for on it was with as he at by be from his are have has an "
    "they this will not said we had were which who but their more been its or one about would "
    "when she there up if all out after than new her can some what people also last into year "
    "you no over so could two other first most only between them against now these time "
    "government during before where because many years state such do while even through how "
    "those any under just three may still since him make being both country company made did "
    "president week part according then percent says public long world well around back like "
    "down several until city police each report including much million market month group "
    "should work here war day own home national very local take called plan court money good "
    "law change among party use high next another health without later school way must never "
    "power election minister leader business security family already former despite too "
    "whether recent political children today need end trade found system right life service "
    "support economic come officials set small few four five great number known far countries "
    "open second left member members case early help program cost water research women "
    "official nearly community tax decision energy foreign house team expected move deal "
    "within likely media old large following men policy bank become budget off attack head "
    "major town rate result social price data interest young keep force university led real "
    "south north river night face office human line given history problem study evidence "
    "special director vote run legal chief show food rise students industry building land "
    "field car issue workers spending role whose future campaign letter council union release "
    "reason private general statement project growth climate list fire hospital investment "
    "living once every technology sea prison past key committee ministry agreement season "
    "match player game film music book art winter summer spring autumn morning evening weather "
    "storm island border army peace talks treaty parliament senate congress judge trial lawyer "
    "victim crime drug doctor patient disease vaccine medicine scientist species forest ocean "
    "space planet telescope satellite engine battery electric solar wind coal oil gas pipeline "
    "railway train airport flight ship harbour ferry bridge road tunnel street village farmer "
    "harvest crop wheat rice fish animal bird museum theatre painting novel author poem church "
    "temple mosque priest teacher pupil exam degree factory worker wage strike pension bond "
    "share stock profit loss debt loan currency dollar export import tariff customs";

const char corpus_english_phrases[]
  = "prime minister,climate change,interest rates,public health,artificial intelligence,"
    "supply chain,foreign minister,human rights,social media,European Union,United Nations,"
    "Supreme Court,central bank,cost of living,renewable energy,electric vehicles,peace talks,"
    "local government,police officers,chief executive,stock market,trade deal,border crossing,"
    "national security,House of Commons,election campaign,small business,air pollution,"
    "space station,world record,open letter,heavy rain,power station,working class,free trade,"
    "rule of law,oil prices,early morning,high school,long term";

const char corpus_english_first_names[]
  = "Michelle Anna Peter Laura David Sofia James Elena Thomas Maria Omar Ingrid Samuel Leila "
    "Patrick Hannah Daniel Aisha George Clara Martin Yusuf Helen Victor Nadia Simon Rosa "
    "Arthur Miriam Felix Grace Hugo Irene Oscar Judith Leon Amara Robert Noor Edward Carmen "
    "Julian Edith Marcus Tessa Walter Ruth Ivan Olga Dmitri";

const char corpus_english_last_names[]
  = "Mark Winter Harper Novak Fischer Santos Okafor Lindqvist Moreau Rossi Haddad Kowalski "
    "Murphy Tanaka Ahmed Petrov Larsen Costa Weber Nguyen Doyle Mensah Archer Bellamy Castle "
    "Dunmore Ellery Fairfax Greene Holloway Ives Jarrett Kendall Langley Mercer Norwood "
    "Osborne Prescott Quayle Radcliffe Sinclair Thornton Underhill Vaughan Whitfield Yates "
    "Ashdown Barlow Calder Denholm";

const char corpus_english_papers[]
  = "Herald Post Times Tribune Courier Gazette Observer Monitor Journal Review Chronicle "
    "Standard Mail Examiner Dispatch Record";

/* Particles first. */
const char corpus_chinese_words[]
  = "的 了 在 是 和 有 不 为 与 对 将 也 中 等 这 他 上 到 说 以 就 从 而 后 人 年 都 并 被 但 "
    "要 还 会 其 及 于 让 向 把 我 更 已 又 月 日 她 们 很 多 去 最 大 新 来 可 该 或 使 由 因 "
    "中国 美国 表示 政府 没有 公司 记者 经济 发展 问题 国家 一个 我们 他们 可以 已经 进行 目前 "
    "市场 企业 社会 认为 工作 报道 因为 时间 世界 北京 总统 国际 进入 成为 研究 人员 部门 关系 "
    "其中 活动 生活 管理 技术 地区 学生 投资 开始 安全 电影 通过 可能 自己 需要 希望 影响 建设 "
    "今天 政策 方面 情况 产品 全球 服务 新闻 增长 日本 今年 去年 明年 会议 提供 使用 未来 重要 "
    "继续 支持 专家 调查 女性 孩子 父母 教育 大学 学校 老师 医院 医生 病人 健康 疫苗 病毒 疾病 "
    "药物 科学 科技 网络 数据 信息 手机 平台 用户 媒体 社交 视频 游戏 音乐 艺术 作品 作家 小说 "
    "诗歌 戏剧 博物 历史 文化 传统 节日 春节 城市 农村 农民 农业 粮食 土地 房屋 住房 价格 消费 "
    "收入 工资 税收 银行 贷款 利率 债务 货币 美元 股票 基金 证券 贸易 关税 出口 进口 制造 工厂 "
    "工人 失业 就业 工会 罢工 能源 石油 煤炭 天然 电力 电池 汽车 电动 火车 铁路 机场 航班 飞机 "
    "船只 港口 渡船 桥梁 隧道 道路 交通 事故 警方 嫌犯 犯罪 法院 法官 律师 审判 法律 监狱 证据 "
    "证人 受害 死亡 受伤 家属 救援 地震 洪水 台风 暴雨 干旱 气候 变化 环境 污染 森林 海洋 河流 "
    "岛屿 动物 植物 鸟类 鱼类 物种 保护 太空 卫星 火箭 行星 望远 发射 宇航 军队 士兵 战争 和平 "
    "谈判 协议 边境 冲突 袭击 武器 导弹 核弹 制裁 联合 外交 大使 部长 总理 主席 议会 议员 选举 "
    "投票 候选 政党 民主 自由 权利 人权 抗议 示威 改革 开放 计划 项目 预算 方案 目标 措施 规定 "
    "标准 质量 数量 比例 水平 能力 机会 挑战 风险 危机 压力 竞争 合作 交流 访问 会谈 讨论 决定 "
    "宣布 公布 发布 声明 批评 指责 否认 承认 要求 呼吁 反对 同意 接受 拒绝 取消 推迟 恢复 增加 "
    "减少 提高 降低 扩大 缩小 上涨 下跌 超过 达到 保持 改善 解决 处理 负责 参加 组织 机构 委员 "
    "成员 代表 领导 官员 市长 省长 居民 群众 民众 老人 青年 儿童 家庭 婚姻 生育 人口 移民 难民 "
    "游客 旅游 酒店 餐厅 食品 饮食 茶叶 咖啡 蔬菜 水果 比赛 球队 球员 教练 冠军 足球 篮球 网球 "
    "奥运 奖牌 训练 胜利 失败 演员 导演 观众 票房 歌手 乐队 展览 画家 照片 故事 语言 汉字 文字 "
    "报纸 杂志 电视 广播 采访 评论 读者 作者 出版 图书 首先 然而 此外 同时 由于 虽然 但是 因此 "
    "如果 只是 仍然 甚至 尤其 几乎 大约 至少 超级 非常 比较 完全 主要 一些 许多 所有 每个 任何 "
    "这个 那个 这些 那些 什么 怎么 如何 为何 哪里 当地 当时 现在 以前 之后 最近 昨天 明天 早上 "
    "晚上 周末 星期 季度 月份 小时 分钟";

const char corpus_chinese_phrases[]
  = "中国人民银行,世界卫生组织,联合国安理会,国内生产总值,改革开放,气候变化,人工智能,新能源汽车,"
    "国际货币基金组织,中央电视台,社会保障体系,高速铁路,房地产市场,半导体产业,供应链安全,"
    "外交部发言人,国家统计局,最高人民法院,欧洲中央银行,北大西洋公约组织,太平洋岛国,可再生能源,"
    "公共卫生事件,义务教育阶段,知识产权保护,消费者价格指数,全国人民代表大会,经济合作组织";

const char corpus_chinese_surnames[]
  = "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 "
    "彭 曾 肖 田 董 袁 潘 蒋 蔡 余 杜 叶 程 苏 魏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 石";

const char corpus_chinese_given_names[]
  = "明 华 伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 超 霞 平 刚 桂 英 玉 兰 文 建 国 志 海 "
    "春 梅 红 雪 琳 晨 宇 浩 然 子 涵 思 佳 欣 怡 博 凯 嘉 诗 雨 天 晓 东 庆 永 德 福 安 宁 瑞 "
    "云 飞 龙 凤 秀 珍 慧 新 立 成";

const char corpus_chinese_papers[] = "日报 晚报 时报 新闻网 周刊 早报 观察 快讯";

const char corpus_chinese_characters[]
  = "人会员家工机民球为作大年物电要议上业个交口国地天学时然生长中主些以们众何使全其农利力动发受"
    "可品因导小市布平房政方日明星是有比水法游理由病目票者能行认证这进道队食一么乐争事于今他但保"
    "候入公关军决出判到制前加务化医去只台合同后和在场境增外多失如字官定对少就展已师开弹当影律总"
    "戏成我战手技投报持据提收改故教数文新最月望术权来果标歌此活流消演火犯用示社科税类练经统网美"
    "老而育自至航船节表视论访评说谈责资超路车过选通那部量问院风下不与专世举之乎也书了亡产京什仍"
    "从代价任份企传伤低住体例供信债健儿元先党兵冠冲况准减几击分划券剧北区协博卫危厂厅历压参又及"
    "反取变史叶司吁向否周呼咖响哪啡善器图土城基士声处复太奖奥女她始委姻威婚媒嫌子季孩宇安完审客"
    "宣害射将尤居屋属屿岛己币希席常干并广店府度庭康建很志怎性恢息情意或户所扩批承把抗护拒指挑接"
    "推措援播支放救施旅早旱易春昨晚暴更服期未末本杂村构林染查校核格案桥梁森植款武死母每毒气求汉"
    "池污汽没河油洋洪济海涨渡港源炭煤照父片版牌狱率环现班甚画界疫疾的监省石研种移究空突竞童等策"
    "算管箭篮粮系约级纸组织络绝继续缩罢罪群联股胜艺苗茶药菜蔬虽被袭裁观规览解言警计讨让训记许设"
    "诗该语读调负败货质贷贸费赛足跌较边达运近还远迟造都酒采里重金钟铁银门间闻际降险隧难雨需震青"
    "非面革音项预领频题飞餐饮首高鱼鸟丁七万三丑东两丽义乏乘九买二云五亿令件伟余佳借值假兄光八六"
    "兰共内册再写冯冷凤凯刊刘则刚别剩励勇十千半华单卖南卢却卷厚友双句右号吃吕听吴哀唐商喜喝嘉四"
    "回团均坏坐型夫央好妹妻姐姚姜娜娟孙宁守宋宗实室局山岸崔左帽幻庆应弊式引弛弟张强归录形彭往徐"
    "得德忆忘快念怒思怡急恨恶想感慢慧打拉损攻敌敏料断族晓晨智暖曹曾木朱李材杜束条杨杰松样桂档梅"
    "梦欣欧段永汪沈洲派浅浩涛涵深渔湿满潘灰点热爱牧玉王玻珍琳瑞璃田男痛白百益盐看真睡知短矿码磊"
    "福秀程稿立站章符米糖素索紧紫红线绿缓缚缺罗罚肖胡色艳芳苏英范落董蒋蓝蔡薄虚衣袁西觉识词谢谭"
    "赏走赵跑跳轻返述退送速邓郑郭醒释钢铜链防阶陆陈除障雪霞静鞋韩页饭馆马验魏黄黑龙";

const char corpus_traditional_characters[]
  = "万萬 与與 丑醜 专專 业業 东東 两兩 个個 为為 丽麗 举舉 么麼 义義 乐樂 书書 买買 争爭 于於 "
    "云雲 产產 亿億 从從 们們 价價 众眾 会會 伟偉 传傳 伤傷 体體 债債 儿兒 党黨 兰蘭 关關 内內 "
    "册冊 写寫 军軍 农農 冯馮 冲衝 决決 况況 减減 几幾 凤鳳 凯凱 击擊 刘劉 则則 刚剛 别別 剧劇 "
    "务務 动動 励勵 区區 医醫 华華 协協 单單 卖賣 卢盧 卫衛 却卻 厂廠 厅廳 历歷 压壓 参參 双雙 "
    "发發 变變 叶葉 号號 后後 吕呂 听聽 吴吳 员員 响響 团團 国國 图圖 场場 坏壞 声聲 处處 复復 "
    "奖獎 奥奧 孙孫 学學 宁寧 实實 审審 对對 导導 将將 属屬 屿嶼 岛島 币幣 师師 干乾 并並 广廣 "
    "庆慶 应應 开開 张張 弹彈 强強 归歸 当當 录錄 忆憶 总總 恶惡 戏戲 战戰 户戶 扩擴 护護 报報 "
    "损損 据據 敌敵 数數 断斷 时時 晓曉 术術 机機 杂雜 权權 条條 来來 杨楊 杰傑 构構 标標 样樣 "
    "档檔 桥橋 梦夢 欧歐 气氣 汉漢 没沒 浅淺 济濟 涛濤 涨漲 渔漁 湿濕 满滿 点點 热熱 爱愛 狱獄 "
    "环環 现現 电電 画畫 盐鹽 监監 矿礦 码碼 种種 税稅 竞競 篮籃 类類 粮糧 紧緊 红紅 约約 级級 "
    "纸紙 线線 练練 组組 织織 经經 络絡 绝絕 统統 继繼 续續 绿綠 缓緩 缚縛 缩縮 网網 罗羅 罚罰 "
    "罢罷 联聯 胜勝 艳艷 艺藝 节節 苏蘇 范範 药藥 蒋蔣 蓝藍 虚虛 虽雖 袭襲 观觀 规規 视視 览覽 "
    "觉覺 计計 认認 讨討 让讓 训訓 议議 记記 许許 论論 设設 访訪 证證 评評 识識 词詞 诗詩 该該 "
    "语語 说說 读讀 调調 谈談 谢謝 谭譚 负負 责責 败敗 货貨 质質 贷貸 贸貿 费費 资資 赏賞 赛賽 "
    "赵趙 车車 轻輕 较較 边邊 达達 过過 运運 还還 这這 进進 远遠 迟遲 选選 邓鄧 郑鄭 采採 释釋 "
    "钟鐘 钢鋼 铁鐵 铜銅 银銀 链鏈 长長 门門 问問 间間 闻聞 队隊 阶階 际際 陆陸 陈陳 险險 难難 "
    "静靜 韩韓 页頁 项項 预預 领領 频頻 题題 风風 飞飛 饭飯 饮飲 馆館 马馬 验驗 鱼魚 鸟鳥 黄黃 "
    "龙龍";
