import Foundation

/// Held while a process starts.
///
/// Foundation's `Process` tells of a child's end by a socket that another child, started at the same
/// moment, can inherit; then the end is not seen before that other child's.
package let spawnLock = NSLock()
