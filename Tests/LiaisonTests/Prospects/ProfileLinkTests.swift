import Testing

@testable import Liaison

struct ProfileLinkTests {
  /// A link or handle, the platform that is known otherwise, and the canonical address.
  private static let cases: [(String, ProfilePlatform?, String?)] = [
    ("https://www.youtube.com/@Maya", nil, "https://youtube.com/@maya"),
    ("youtube.com/@maya/", nil, "https://youtube.com/@maya"),
    ("HTTP://M.YOUTUBE.COM/@MAYA/videos?app=desktop", nil, "https://youtube.com/@maya"),
    ("https://www.youtube.com/@%E7%8E%8B%E4%BC%9F", nil, "https://youtube.com/@王伟"),
    (
      "https://youtube.com/channel/UCabcdefghijklmnopqrstuv#about", nil,
      "https://youtube.com/channel/UCabcdefghijklmnopqrstuv"
    ),
    ("https://youtube.com/channel/UCshort", nil, nil),
    ("https://www.youtube.com/c/MayaRides", nil, "https://youtube.com/c/mayarides"),
    ("youtube.com/MayaRides", nil, "https://youtube.com/c/mayarides"),
    ("https://www.youtube.com/user/maya", nil, "https://youtube.com/user/maya"),
    ("https://www.youtube.com/watch?v=abc", nil, nil),
    ("https://youtu.be/abc", nil, nil),
    ("https://www.youtube.com/", nil, nil),
    ("@Maya", .youtube, "https://youtube.com/@maya"),
    ("＠maya", .youtube, "https://youtube.com/@maya"),
    ("@Maya", nil, nil),
    ("maya", .youtube, nil),
    ("https://www.tiktok.com/@maya.rides?lang=de", nil, "https://tiktok.com/@maya.rides"),
    ("https://vm.tiktok.com/ZM123", nil, nil),
    ("https://www.tiktok.com/tag/bikes", nil, nil),
    ("@maya", .tiktok, "https://tiktok.com/@maya"),
    ("https://www.instagram.com/Maya.Rides/?hl=en", nil, "https://instagram.com/maya.rides"),
    ("instagram.com/stories/maya/123", nil, "https://instagram.com/maya"),
    ("https://instagram.com/p/Cxyz", nil, nil),
    ("@maya_rides", .instagram, "https://instagram.com/maya_rides"),
    ("@p", .instagram, nil),
    ("https://twitter.com/Maya", nil, "https://x.com/maya"),
    ("https://mobile.twitter.com/maya/status/1", nil, "https://x.com/maya"),
    ("https://x.com/maya?s=20", nil, "https://x.com/maya"),
    ("https://x.com/search?q=maya", nil, nil),
    ("https://space.bilibili.com/00123/video", nil, "https://space.bilibili.com/123"),
    ("https://m.bilibili.com/space/123", nil, "https://space.bilibili.com/123"),
    ("https://www.bilibili.com/video/BV1xx", nil, nil),
    ("12000", .bilibili, nil),
    (
      "https://www.xiaohongshu.com/user/profile/5F0A?xhsshare=1", nil,
      "https://xiaohongshu.com/user/profile/5f0a"
    ),
    ("https://www.xiaohongshu.com/explore/5f0a", nil, nil),
    ("http://xhslink.com/AbC", nil, nil),
    ("https://www.twitch.tv/Maya/videos", nil, "https://twitch.tv/maya"),
    ("https://www.twitch.tv/directory", nil, nil),
    ("https://www.facebook.com/MayaRides", nil, "https://facebook.com/mayarides"),
    ("https://de-de.facebook.com/profile.php?ref=x&id=123", nil, "https://facebook.com/123"),
    ("https://www.facebook.com/p/Maya-Rides-100/", nil, "https://facebook.com/100"),
    ("https://www.facebook.com/groups/1", nil, nil),
    ("https://de.linkedin.com/in/Maya-Kim-1a2b/", nil, "https://linkedin.com/in/maya-kim-1a2b"),
    ("https://www.linkedin.com/company/acme", nil, "https://linkedin.com/company/acme"),
    ("https://www.linkedin.com/feed/", nil, nil),
    ("Blog.Example", nil, "https://blog.example"),
    ("http://m.blog.example/", nil, "https://blog.example"),
    ("https://www.news.example/Authors/Maya?ref=1#top", nil, "https://news.example/Authors/Maya"),
    ("https://maya.substack.com/", nil, "https://maya.substack.com"),
    ("https://substack.com", nil, nil),
    ("https://medium.com/@maya", nil, "https://medium.com/@maya"),
    ("https://www.google.com/search?q=maya", nil, nil),
    ("m.me", nil, "https://m.me"),
    ("http://127.0.0.1/a", nil, nil),
    ("http://blog.example:8080", nil, "https://blog.example:8080"),
    ("maya@one.example", nil, nil), ("ftp://blog.example", nil, nil), ("n/a", nil, nil),
    ("", nil, nil), ("https://", nil, nil), ("@", .youtube, nil), ("@none", .youtube, nil),
    ("https://youtube.com/@\u{202E}a", nil, nil), ("https://youtube.com/@%FF", nil, nil),
  ]

  @Test(arguments: cases)
  func `a link has one canonical form`(text: String, platform: ProfilePlatform?, wanted: String?) {
    let link = ProfileLink(text, on: platform)
    #expect(link?.address == wanted)
    guard let link else { return }
    #expect(ProfileLink(link.address) == link)
    #expect(ProfileLink(stored: link.platform, key: link.key) == link)
  }

  @Test func `letter case counts where the platform says so`() {
    let ids = ["UCabcdefghijklmnopqrstuv", "UCAbcdefghijklmnopqrstuv"]
    #expect(Set(ids.map { ProfileLink("youtube.com/channel/\($0)")?.key }).count == 2)
    #expect(ProfileLink("blog.example/Maya") != ProfileLink("blog.example/maya"))
  }

  @Test(arguments: [
    ("youtube", "YouTube"), ("YouTube URL", "YouTube"), ("推特", "X"), ("B站", "Bilibili"),
    ("小红书", "Xiaohongshu"), ("IG", "Instagram"), ("Blog", "site"),
  ])
  func `a column is known by the platform's name`(header: String, platform: String) throws {
    let column = try #require(ProfileColumn(header: header))
    #expect(column.platform == (platform == "site" ? .site : ProfilePlatform(platform)))
  }

  @Test func `a handle takes its platform from the channel, and what is none is left alone`() throws
  {
    let handle = try #require(ProfileColumn(header: "Handle"))
    #expect(handle.links(in: "maya", channel: .instagram).map(\.key) == ["maya"])
    #expect(handle.links(in: "maya", channel: nil) == [])
    let youtube = try #require(ProfileColumn(header: "youtube"))
    #expect(youtube.links(in: "yes", channel: nil) == [])
    #expect(youtube.links(in: "12.5k maya.kim", channel: nil) == [])
    #expect(youtube.links(in: "maya.kim/", channel: nil).map(\.key) == ["maya.kim"])
    #expect(
      youtube.links(in: "@a, https://x.com/b\nhttps://youtu.be/c", channel: nil).map(\.address)
        == ["https://youtube.com/@a", "https://x.com/b"])
  }
}
