/// Where a contact's address was found.
public enum ContactSource: String, CaseIterable, Codable, Hashable, Sendable {
  /// On the prospect's own contact or imprint page.
  case contactPage = "contact-page"
  /// In a community both belong to: a forum, a group, an event.
  case community
  /// By an address finder.
  case tool
  /// Somebody passed it on.
  case referral
  /// What a partner platform gives by default.
  case platformDefault = "platform-default"

  /// Reads a source as people write it, in English or Chinese; `nil` where it is none of them.
  public init?(_ text: some StringProtocol) {
    guard let source = Self.spellings[Spelling.key(text)] else { return nil }
    self = source
  }

  /// The names of all sources, for messages.
  public static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  private static let spellings: [String: ContactSource] = {
    let others: [ContactSource: String] = [
      .contactPage: """
      contact contacts contactus website site aboutpage about imprint impressum profile bio \
      联系页面 联系页 联系我们 官网 网站 主页 联系方式 聯絡頁面 網站
      """,
      .community: """
      communities forum group event events slack discord conference meetup 社区 社群 论坛 活动 \
      群 社區 論壇
      """,
      .tool: """
      tools finder emailfinder database hunter apollo snov rocketreach 工具 邮箱工具 查找工具 \
      数据库 資料庫
      """,
      .referral: """
      referred recommendation recommended introduction intro wordofmouth 推荐 介绍 转介绍 引荐 \
      推薦 介紹
      """,
      .platformDefault: """
      platform default affiliateplatform network 平台 平台默认 默认 平台默认邮箱 平台預設 預設
      """,
    ]
    var spellings: [String: ContactSource] = [:]
    for source in allCases {
      spellings[Spelling.key(source.rawValue)] = source
      for word in others[source, default: ""].split(separator: " ") {
        spellings[Spelling.key(word)] = source
      }
    }
    return spellings
  }()
}
