/// Where prospects publish under a name or number of their own.
public enum ProfilePlatform: String, CaseIterable, Codable, Hashable, Sendable {
  case youtube
  case tiktok
  case instagram
  case x
  case bilibili
  case xiaohongshu
  case twitch
  case facebook
  case linkedin
  /// A blog, a news site or any other: known by its host and, where it has one, its path.
  case site

  /// Reads a platform as people write it, in English or Chinese; `nil` where it is none of them.
  public init?(_ text: some StringProtocol) {
    guard let platform = Self.spellings[Spelling.key(text)] else { return nil }
    self = platform
  }

  /// The names of all platforms, for messages.
  public static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The platform that a host belongs to, by its last two labels.
  static func at(domain: Substring) -> ProfilePlatform? { domains[String(domain)] }

  private static let spellings: [String: ProfilePlatform] = {
    let others: [ProfilePlatform: String] = [
      .youtube: "yt youtubechannel youtubehandle youtubelink 油管 油管频道",
      .tiktok: "tiktokhandle tiktokaccount tiktoklink tiktokprofile",
      .instagram: "ig insta instagramhandle instagramaccount instagramprofile instagramlink",
      .x: "twitter xtwitter twitterx twitterhandle xhandle twitterprofile twitterlink 推特",
      .bilibili: "b站 哔哩哔哩 嗶哩嗶哩 bilibililink b站主页 b站链接",
      .xiaohongshu: "小红书 小紅書 rednote red xhs 小红书主页 小红书链接",
      .twitch: "twitchchannel twitchhandle twitchlink",
      .facebook: "fb facebookpage facebookprofile facebooklink 脸书 臉書",
      .linkedin: "linkedinprofile linkedinpage linkedinlink 领英",
      .site: "blog blogs website newssite news web bloglink 博客 网站 新闻网站",
    ]
    var spellings: [String: ProfilePlatform] = [:]
    for platform in allCases {
      spellings[Spelling.key(platform.rawValue)] = platform
      for word in others[platform, default: ""].split(separator: " ") {
        spellings[Spelling.key(word)] = platform
        // As a column's header has it.
        spellings[Spelling.key(word + "url")] = platform
      }
      spellings[Spelling.key(platform.rawValue + "url")] = platform
    }
    return spellings
  }()

  private static let domains: [String: ProfilePlatform] = [
    "youtube.com": .youtube, "youtu.be": .youtube, "tiktok.com": .tiktok,
    "instagram.com": .instagram, "instagr.am": .instagram, "x.com": .x, "twitter.com": .x,
    "t.co": .x, "bilibili.com": .bilibili, "b23.tv": .bilibili, "xiaohongshu.com": .xiaohongshu,
    "xhslink.com": .xiaohongshu, "rednote.com": .xiaohongshu, "twitch.tv": .twitch,
    "facebook.com": .facebook, "fb.com": .facebook, "fb.me": .facebook, "linkedin.com": .linkedin,
    "lnkd.in": .linkedin,
  ]
}

/// Hosts on which very many have a page each, so that the host alone says nothing of who is meant.
enum SharedHosts {
  /// Whether a host, without `www.`, is one of them.
  ///
  /// A name below some of them is somebody's own: `maya.substack.com`.
  static func contains(_ host: Substring) -> Bool {
    hosts.contains(String(host)) || ProfilePlatform.at(domain: domain(of: host)) != nil
  }

  /// The last two labels of a host.
  static func domain(of host: Substring) -> Substring {
    var dots = 0
    var start = host.utf8.endIndex
    while start > host.utf8.startIndex {
      let before = host.utf8.index(before: start)
      if host.utf8[before] == UInt8(ascii: ".") {
        dots += 1
        if dots == 2 { break }
      }
      start = before
    }
    return host[start...]
  }

  private static let hosts: Set<String> = [
    "about.me", "amazon.com", "apple.com", "beacons.ai", "behance.net", "bit.ly", "blogger.com",
    "blogspot.com", "bsky.app", "buymeacoffee.com", "carrd.co", "dailymotion.com", "discord.com",
    "discord.gg", "discord.me", "douyin.com", "etsy.com", "flickr.com", "github.com", "github.io",
    "google.com", "docs.google.com", "drive.google.com", "sites.google.com", "plus.google.com",
    "kick.com", "ko-fi.com", "kuaishou.com", "line.me", "linkin.bio", "linktr.ee",
    "mastodon.social",
    "medium.com", "mixcloud.com", "naver.com", "blog.naver.com", "note.com", "patreon.com",
    "pinterest.com", "podcasts.apple.com", "qq.com", "mp.weixin.qq.com", "quora.com", "reddit.com",
    "snapchat.com", "soundcloud.com", "spotify.com", "open.spotify.com", "squarespace.com",
    "substack.com", "t.me", "telegram.me", "telegra.ph", "threads.net", "threads.com", "tumblr.com",
    "vimeo.com", "vk.com", "wa.me", "weebly.com", "weibo.com", "weibo.cn", "wix.com", "wixsite.com",
    "wordpress.com", "zhihu.com", "ameblo.jp", "hatenablog.com",
  ]
}
