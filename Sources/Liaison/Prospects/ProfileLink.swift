/// Where somebody publishes, in the one form that tells whether two links lead to the same place.
///
/// `www.`, `m.`, the scheme, the query, a last slash, the platform's other hosts and, where the
/// platform does not care, letter case make no difference. A link to a single video, post or search,
/// and the front page of a platform, is nobody's profile.
public struct ProfileLink: Hashable, Sendable {
  /// Where it is.
  public let platform: ProfilePlatform
  /// What tells profiles of a platform apart, such as `@maya`, `channel/UC…`, `12345` or
  /// `blog.example/maya`.
  public let key: String
  /// The canonical address, such as `https://youtube.com/@maya`.
  public var address: String { "https://" + place }
  /// The canonical address without its scheme.
  var place: String { Self.base(platform) + key }

  /// Reads a link as people write it, with or without its scheme, or a handle with its `@`.
  ///
  /// - Parameters:
  ///   - text: such as `https://www.youtube.com/@Maya/videos?app=desktop` or `@Maya`.
  ///   - platform: whose handle it is, where `text` is one; a link says so itself.
  /// - Returns: `nil` where it names nobody's profile.
  public init?(_ text: some StringProtocol, on platform: ProfilePlatform? = nil) {
    let text = String(text.trimmingSpace())
    if text.utf8.first == UInt8(ascii: "@") || text.hasPrefix("＠") {
      self.init(handle: text, on: platform)
      return
    }
    guard let place = Self.place(text) else { return nil }
    self.init(place: place, text)
  }

  /// Reads a handle that is known to be one, with or without its `@`.
  public init?(handle text: some StringProtocol, on platform: ProfilePlatform?) {
    var name = text.trimmingSpace()
    if name.first == "@" || name.first == "＠" { name = name.dropFirst() }
    guard let platform, !Self.isNothing(name) else { return nil }
    switch platform {
    case .youtube, .tiktok:
      guard let name = Self.name(name) else { return nil }
      self.init(platform, "@" + name)
    case .instagram, .x, .twitch, .facebook:
      guard let name = Self.name(name), !Self.pages.contains(name) else { return nil }
      self.init(platform, name)
    case .bilibili, .xiaohongshu, .linkedin, .site:
      // A number or name there is no address.
      return nil
    }
  }

  /// A profile that was read before.
  init(stored platform: ProfilePlatform, key: String) { self.init(platform, key) }

  private init(_ platform: ProfilePlatform, _ key: String) {
    self.platform = platform
    self.key = key
  }

  /// The host and path of a link as `ProspectKey` has them; `nil` where the text is no web address.
  private static func place(_ text: String) -> String? {
    var text = text
    guard text.withUTF8({ !$0.isEmpty && Cell.isWebsite($0) }) else { return nil }
    return ProspectKey.site(text)
  }

  private init?(place: String, _ text: String) {
    let host = place.prefix { $0 != "/" }
    let domain = SharedHosts.domain(of: host)
    guard let platform = ProfilePlatform.at(domain: domain) else {
      let first = place.dropFirst(host.count + 1).prefix { $0 != "/" }
      if first.isEmpty || Self.pages.contains(String(first)), SharedHosts.contains(host) {
        return nil
      }
      guard Self.isName(host) else { return nil }
      self.init(.site, place)
      return
    }
    let path = place.dropFirst(host.count).split(separator: "/").map(Self.decoded)
    guard let key = Self.key(platform, host: host, path, text) else { return nil }
    self.init(platform, key)
  }

  /// Whether a host ends as names do, in letters or an A-label, and is no number such as "12.5k".
  private static func isName(_ host: Substring) -> Bool {
    guard let last = host.prefix(while: { $0 != ":" }).split(separator: ".").last else {
      return false
    }
    return last.utf8.count > 1
      && (last.hasPrefix("xn--")
        || last.utf8.allSatisfy { $0 >= 0x80 || (0x61...0x7A).contains($0) })
  }

  /// What tells a platform's profiles apart, from the path of a link.
  private static func key(
    _ platform: ProfilePlatform, host: Substring, _ path: [String], _ link: String
  ) -> String? {
    guard let first = path.first else { return nil }
    let second = path.count > 1 ? path[1] : nil
    switch platform {
    case .youtube: return host == "youtu.be" ? nil : youtube(first, second)
    case .tiktok:
      guard first.hasPrefix("@"), !host.hasPrefix("v") else { return nil }
      return name(first.dropFirst()).map { "@" + $0 }
    case .instagram:
      return name(first == "stories" || first == "_u" ? second ?? "" : first, but: pages)
    case .x: return host == "t.co" ? nil : name(first, but: pages)
    case .twitch:
      return name(["popout", "moderator"].contains(first) ? second ?? "" : first, but: pages)
    case .bilibili:
      guard host.hasPrefix("space.") else {
        return first == "space" ? second.flatMap(number) : nil
      }
      return number(first)
    case .xiaohongshu:
      guard path.count > 2, first == "user", second == "profile" else { return nil }
      return name(path[2])
    case .facebook: return host == "fb.me" ? nil : facebook(path, link)
    case .linkedin:
      guard ["in", "company", "school", "showcase", "pub"].contains(first) else { return nil }
      return second.flatMap { name($0) }.map { "\(first)/\($0)" }
    case .site: return nil
    }
  }

  /// A handle, a channel's id, whose letter case counts, or one of the two older kinds of names.
  private static func youtube(_ first: String, _ second: String?) -> String? {
    if first.hasPrefix("@") { return name(first.dropFirst()).map { "@" + $0 } }
    switch first.lowercased() {
    case "channel":
      guard let second, second.hasPrefix("UC"), second.utf8.count == 24,
        second.utf8.allSatisfy(isPlain)
      else { return nil }
      return "channel/" + second
    case "c": return second.flatMap { name($0) }.map { "c/" + $0 }
    case "user": return second.flatMap { name($0) }.map { "user/" + $0 }
    case let other: return name(other, but: pages).map { "c/" + $0 }
    }
  }

  private static func facebook(_ path: [String], _ link: String) -> String? {
    switch path[0].lowercased() {
    case "profile.php":
      guard let query = link.firstIndex(of: "?") else { return nil }
      let parts = link[query...].dropFirst().prefix { $0 != "#" }.split(separator: "&")
      return parts.first { $0.hasPrefix("id=") }.flatMap { number($0.dropFirst(3)) }
    case "people", "pages": return path.count > 2 ? number(path[path.count - 1]) : nil
    // What is behind the last hyphen is the page's number, before it its changing name.
    case "p":
      return path.count > 1 ? path[1].split(separator: "-").last.flatMap { number($0) } : nil
    case let first: return name(first, but: pages)
    }
  }

  /// A name without regard to letter case; `nil` where it cannot be one.
  private static func name(
    _ text: some StringProtocol, but pages: Set<String> = []
  ) -> String? {
    let name = text.lowercased()
    guard (1...100).contains(name.unicodeScalars.count), !pages.contains(name),
      name.unicodeScalars.contains(where: { $0.properties.isAlphabetic || number($0) }),
      name.unicodeScalars.allSatisfy({ scalar in
        scalar == "_" || scalar == "." || scalar == "-" || scalar == "·" || number(scalar)
          || scalar.properties.isAlphabetic || Spelling.isMark(scalar)
      })
    else { return nil }
    return name
  }

  private static func number(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType != nil
  }

  private static func number(_ text: some StringProtocol) -> String? {
    let digits = text.utf8.drop { $0 == 0x30 }
    guard (1...20).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return String(decoding: Array(digits), as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
  }

  /// A part of a path with its %XX put back; as it is where that gives no text.
  private static func decoded(_ part: Substring) -> String {
    guard part.utf8.contains(UInt8(ascii: "%")) else { return String(part) }
    var bytes: [UInt8] = []
    var rest = part.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let hex = rest.prefix(2)
      guard hex.count == 2, let value = UInt8(Substring(hex), radix: 16) else {
        return String(part)
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self) ?? String(part)
  }

  private static func base(_ platform: ProfilePlatform) -> String {
    switch platform {
    case .youtube: "youtube.com/"
    case .tiktok: "tiktok.com/"
    case .instagram: "instagram.com/"
    case .x: "x.com/"
    case .bilibili: "space.bilibili.com/"
    case .xiaohongshu: "xiaohongshu.com/user/profile/"
    case .twitch: "twitch.tv/"
    case .facebook: "facebook.com/"
    case .linkedin: "linkedin.com/"
    case .site: ""
    }
  }

  /// Whether a cell says that there is no profile.
  private static func isNothing(_ text: some StringProtocol) -> Bool {
    let key = Spelling.key(text)
    return key.isEmpty
      || [
        "na", "none", "no", "yes", "null", "nil", "tbd", "tba", "unknown", "private", "无", "没有",
        "暂无", "未知", "handle", "username",
      ].contains(key)
  }

  /// What stands where a name could stand and is the platform's own.
  private static let pages: Set<String> = [
    "about", "account", "accounts", "ads", "app", "business", "channel", "channels", "clip",
    "clips",
    "creators", "developer", "developers", "direct", "directory", "download", "downloads", "embed",
    "event", "events", "explore", "feed", "gaming", "groups", "hashtag", "help", "home", "i",
    "index.html", "intent", "jobs", "l.php", "legal", "live", "login", "marketplace", "media",
    "messages", "music", "notifications", "p", "pages", "people", "permalink.php", "photo",
    "photo.php", "photos", "playlist", "playlists", "plugins", "podcasts", "post", "posts",
    "premium", "privacy", "redirect", "reel", "reels", "results", "search", "settings", "share",
    "sharer", "sharer.php", "shop", "shorts", "signup", "stories", "story.php", "terms", "tos",
    "trending", "tv", "u", "video", "videos", "watch", "web",
  ]
}

extension StringProtocol {
  /// The text without white space around it.
  fileprivate func trimmingSpace() -> SubSequence {
    let rest = drop(while: \.isWhitespace)
    guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return rest.prefix(0) }
    return rest[...last]
  }
}
