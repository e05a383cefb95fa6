import Templating

/// What sort of partner a prospect is.
public enum ProspectKind: String, CaseIterable, Codable, Hashable, Sendable {
  case creator
  case media
  case content
  case coupon
  case cashback
  case loyalty
  case search
  case app
  case network
  case cardLinked = "card-linked"
  case other

  /// Reads a kind as people write it, in English or Chinese; `nil` where it is none of them.
  public init?(_ text: some StringProtocol) {
    guard let kind = Self.spellings[Spelling.key(text)] else { return nil }
    self = kind
  }

  /// The names of all kinds, for messages.
  public static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// How people of this kind are greeted where neither template nor contact says it.
  var formality: Formality {
    switch self {
    case .creator, .content: .informal
    default: .formal
    }
  }

  private static let spellings: [String: ProspectKind] = {
    let others: [ProspectKind: String] = [
      .creator: """
      creators influencer influencers kol koc youtuber youtubers streamer tiktoker instagrammer \
      podcaster vlogger 达人 網紅 网红 博主 创作者 創作者 主播 红人 up主
      """,
      .media: """
      press news newspaper magazine publisher journalist editor mediaoutlet 媒体 媒體 新闻 杂志 \
      记者 编辑
      """,
      .content: "blog blogger blogs contentsite review reviews 内容 內容 博客 部落格 测评 评测",
      .coupon: "coupons couponsite voucher vouchers deal deals discount 优惠券 優惠券 折扣 优惠",
      .cashback: "cashbacksite rebate rebates 返利 返现 返現",
      .loyalty: "rewards reward loyaltyprogram points 积分 会员 忠诚度 積分",
      .search: "searchengine sem ppc 搜索 搜索引擎 搜尋",
      .app: "mobileapp application apps 应用 應用 app应用",
      .network: "affiliatenetwork subnetwork agency mcn 联盟 网络 聯盟 机构",
      .cardLinked: "cardlinkedoffers clo 卡联 银行卡优惠",
      .other: "others misc 其他 其它",
    ]
    var spellings: [String: ProspectKind] = [:]
    for kind in allCases {
      spellings[Spelling.key(kind.rawValue)] = kind
      for word in others[kind, default: ""].split(separator: " ") {
        spellings[Spelling.key(word)] = kind
      }
    }
    return spellings
  }()
}
