// swift-tools-version: 6.3
import PackageDescription

let swift: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "liaison",
  products: [
    .library(name: "Liaison", targets: ["Liaison"]),
    .library(name: "Tone", targets: ["Tone"]),
    .library(name: "Templating", targets: ["Templating"]),
    .library(name: "Scheduling", targets: ["Scheduling"]),
    .executable(name: "liaison", targets: ["LiaisonCLI"]),
    .executable(name: "liaison-benchmarks", targets: ["LiaisonBenchmarks"]),
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(name: "CTemplates", exclude: ["regenerate"]),
    .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: swift),
    .target(name: "Curl", dependencies: ["CCurl"], swiftSettings: swift),
    .target(name: "Mail", swiftSettings: swift),
    .target(name: "Tone", swiftSettings: swift),
    .target(name: "Templating", swiftSettings: swift),
    .target(name: "Scheduling", dependencies: ["CTemplates"], swiftSettings: swift),
    .target(name: "CommandLineKit", swiftSettings: swift),
    .target(
      name: "Liaison",
      dependencies: ["CTemplates", "SQLite", "Curl", "Mail", "Tone", "Templating", "Scheduling"],
      swiftSettings: swift),
    .executableTarget(
      name: "LiaisonCLI",
      dependencies: ["Liaison", "Tone", "Templating", "Scheduling", "CommandLineKit"],
      swiftSettings: swift),
    .executableTarget(
      name: "LiaisonBenchmarks",
      dependencies: [
        "CCurl", "Liaison", "SQLite", "Mail", "Tone", "Templating", "Scheduling",
        "CommandLineKit",
      ],
      swiftSettings: swift),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: swift),
    .target(name: "TestServers", path: "Tests/TestServers", swiftSettings: swift),
    .target(
      name: "TestWorkspaces", dependencies: ["TestServers"], path: "Tests/TestWorkspaces",
      swiftSettings: swift),
    .testTarget(name: "CurlTests", dependencies: ["Curl", "TestServers"], swiftSettings: swift),
    .testTarget(
      name: "CommandTests", dependencies: ["LiaisonCLI", "TestServers", "TestWorkspaces"],
      swiftSettings: swift),
    .testTarget(
      name: "FaultTests", dependencies: ["LiaisonCLI", "TestServers", "TestWorkspaces"],
      path: "Tests/Faults", swiftSettings: swift),
    .testTarget(name: "SchedulingTests", dependencies: ["Scheduling"], swiftSettings: swift),
    .testTarget(name: "ToneTests", dependencies: ["Tone"], swiftSettings: swift),
    .testTarget(
      name: "TemplatingTests", dependencies: ["Templating", "TestServers"], swiftSettings: swift),
    .testTarget(name: "MailTests", dependencies: ["Mail"], swiftSettings: swift),
    .testTarget(
      name: "CommandLineKitTests", dependencies: ["CommandLineKit"], swiftSettings: swift),
    .testTarget(
      name: "LiaisonTests",
      dependencies: [
        "Liaison", "CTemplates", "SQLite", "Curl", "Mail", "Tone", "Templating", "Scheduling",
      ],
      swiftSettings: swift),
  ]
)
