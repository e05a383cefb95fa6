/// A column with links or handles of where prospects publish.
///
/// What is neither is no fault: such columns hold a good deal else.
public struct ProfileColumn: Hashable, Sendable {
  /// Whose handles they are; `nil` where the row's channel says it.
  let platform: ProfilePlatform?
  /// Whether what stands there is a handle without its `@` too.
  let isHandle: Bool

  /// The platform that a column's header names, in English or Chinese; `nil` where it names none.
  init?(header: some StringProtocol) {
    let key = Spelling.key(header)
    isHandle = Self.handles.contains(key) || key.hasSuffix("handle") || key.hasSuffix("username")
    // These are other things more often.
    platform = ["x", "red", "news"].contains(key) ? nil : ProfilePlatform(header)
    guard platform != nil || isHandle || Self.links.contains(key) else { return nil }
  }

  /// The profiles that a cell names, several with spaces or commas between.
  func links(in text: String, channel: ProfilePlatform?) -> [ProfileLink] {
    text.split { $0.isWhitespace || ",;|、，；".contains($0) }.compactMap { part in
      if let link = ProfileLink(part, on: platform ?? channel) {
        // Where a handle is asked for, "maya.kim" is no site.
        let isMeant =
          link.platform != .site || platform == .site || platform == nil && !isHandle
          || part.contains("/") || part.lowercased().hasPrefix("www.")
        if isMeant { return link }
      }
      guard isHandle, !part.contains("/") else { return nil }
      return ProfileLink(handle: part, on: platform ?? channel)
    }
  }

  private static let handles: Set<String> = Set(
    "handle handles username user accountname socialhandle 账号 帐号 用户名 账号名".split(separator: " ")
      .map(Spelling.key))

  private static let links: Set<String> = Set(
    """
    profile profileurl profilelink link links sociallink socialurl socialprofile social channelurl \
    channellink profilepage 链接 主页链接 频道链接 账号链接 主页地址 达人主页 博主主页 達人主頁 頻道連結 連結
    """.split(separator: " ").map(Spelling.key))
}
