// Read by any Node that knows modules (12.17 and later), so that an old one can still say it is too old:
// no import, no `??`, no `?.`, no top-level await here nor in start.mjs and test.mjs.

var oldestNode = [20, 19, 0]

/** The sentence for a Node that cannot run the programme, or null when this one can. */
export function whyNodeIsRefused(version) {
  var parts = version.split('.').map(Number)
  for (var i = 0; i < oldestNode.length; i += 1) {
    if (parts[i] > oldestNode[i]) return null
    if (parts[i] < oldestNode[i]) return sentence(version)
  }
  return null
}

function sentence(version) {
  return (
    '✗ 这台电脑上的 Node.js 是 ' + version + '，太旧了，需要 20.19 或更新。请到 https://nodejs.org 下载安装新版，再运行一次。\n' +
    '  Node.js ' + version + ' is too old; 20.19 or newer is needed. Install it from https://nodejs.org and run this again.'
  )
}
