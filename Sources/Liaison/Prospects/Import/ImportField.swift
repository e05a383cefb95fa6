/// What a column of a prospects file can be taken as.
///
/// The raw values are the names for `--map COLUMN=FIELD`, and those of the template names they fill.
public enum ImportField: String, CaseIterable, Hashable, Sendable {
  case email
  case firstName = "first_name"
  case lastName = "last_name"
  case fullName = "full_name"
  case salutation
  case prospect
  case kind
  case website
  case country
  case city
  case region
  case phone
  case language
  case timeZone = "timezone"
  case window
  case source
  case tags
  case audience
  case channel
  case niche
  case owner
  case profiles
  case notes

  /// The field that a column's header names in English or Chinese; `nil` where it is none of ours.
  ///
  /// Case, spaces, underscores and hyphens make no difference.
  public init?(header: some StringProtocol) {
    guard let field = Self.headers[Spelling.key(header)] else { return nil }
    self = field
  }

  /// The names of all fields, for messages and help.
  public static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  private static let headers: [String: ImportField] = {
    let others: [ImportField: String] = [
      .email: """
      mail emailaddress contactemail primaryemail workemail businessemail 邮箱 电子邮箱 电子邮件 \
      邮件 邮箱地址 邮件地址 电子邮件地址 联系邮箱 电邮 郵箱 電子郵件 電郵 信箱
      """,
      .firstName: "first givenname forename 名 名字",
      .lastName: "last surname familyname 姓 姓氏",
      .fullName: """
      name contact contactname contactperson contactfullname 姓名 全名 联系人 联系人姓名 聯絡人
      """,
      .salutation: "greeting 称呼 稱呼 问候语",
      .prospect: """
      prospectname company companyname organisation organization organisationname \
      organizationname channelowner publisher outlet mediaoutlet partner partnername account \
      accountname 公司 公司名 公司名称 公司名稱 机构 机构名称 组织 媒体 媒体名称 媒體 达人 合作方
      """,
      .kind: "prospectkind prospecttype partnertype type 类型 类别 種類 類型",
      .website: "websiteurl url site homepage web webpage 网站 网址 主页 官网 網站 網址",
      .country: "countrycode countryregion countryname 国家 国家地区 国别 國家",
      .city: "town contactcity 城市 所在城市",
      .region: "state province stateprovince stateregion 省 省份 省市",
      .phone: "phonenumber telephone telephonenumber tel 电话 电话号码 联系电话 電話 電話號碼",
      .language: "lang locale languagecode preferredlanguage 语言 语种 語言",
      .timeZone: "tz timezonename 时区 時區",
      .window: "sendwindow contacthours 时段 發送時段 发送时段",
      .source: "contactsource emailsource addresssource 来源 邮箱来源 來源",
      .tags: "tag label labels 标签 標籤",
      .audience: """
      audiencesize follower followers followercount followerscount subscriber subscribers \
      subscribercount subscriberscount fans 粉丝 粉丝数 粉丝量 粉丝数量 订阅数 受众 粉絲 粉絲數
      """,
      .channel: "channelname 频道 频道名 频道名称 頻道 渠道",
      .niche: "topic category vertical 领域 垂类 領域",
      .owner: "prospectowner accountmanager 负责人 負責人",
      .profiles: "profilelinks sociallinks socialprofiles socials 主页链接 账号链接 社交账号",
      .notes: "note comment comments remark remarks memo 备注 備註 说明",
    ]
    var headers: [String: ImportField] = [:]
    for field in allCases {
      headers[Spelling.key(field.rawValue)] = field
      for name in others[field, default: ""].split(separator: " ") {
        headers[Spelling.key(name)] = field
      }
    }
    return headers
  }()
}
