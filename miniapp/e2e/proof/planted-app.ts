import fs from 'node:fs'
import path from 'node:path'

/**
 * A mini-program of a few lines, written by hand without Taro: each button does one thing that the runner must do as
 * WeChat does, or must catch.
 */
export function writePlantedApp(folder: string): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, text)
  }
}

const buttons: Readonly<Record<string, string>> = {
  unknownApi: 'wx.startBeaconDiscovery({})',
  madeUpApi: 'wx.noSuchThing()',
  consoleError: "console.error('planted')",
  pageError: "throw new Error('planted')",
  rejection: "Promise.reject(new Error('planted'))",
  largeSetData: "this.setData({ ballast: 'x'.repeat(17 * 1024) })",
  smallSetData: "this.setData({ ballast: 'x'.repeat(15 * 1024) })",
  missingComponent: 'this.setData({ showMap: true })',
  duplicateKeys: 'this.setData({ rows: [{ id: 1 }, { id: 1 }] })',
  closedPackage: "require('../../packages/far/far.js')",
  browserGlobals: "this.tell([typeof document, typeof fetch, typeof localStorage, typeof Intl].join(' '))",
  evaluate: "try { new Function('return 1')(); this.tell('ran') } catch (e) { this.tell(e.message) }",
  login: 'wx.login({ success: (r) => this.tell(r.code) })',
  subscribe: "wx.requestSubscribeMessage({ tmplIds: ['A', 'B'], success: (r) => this.tell(r.A + ' ' + r.B) })",
  lateSubscribe:
    "setTimeout(() => wx.requestSubscribeMessage({ tmplIds: ['A'], fail: (e) => this.tell(e.errMsg) }), 50)",
  call: "wx.makePhoneCall({ phoneNumber: '12345' })",
  locate: 'wx.chooseLocation({ success: (r) => this.tell(r.name), fail: (e) => this.tell(e.errMsg) })',
  ask: "wx.showModal({ title: '真的吗', success: (r) => this.tell(r.confirm ? '真的' : '算了') })",
  pick: "wx.showActionSheet({ itemList: ['甲', '乙'], success: (r) => this.tell('第' + r.tapIndex) })",
  keep: "wx.setStorageSync('kept', { n: 1 })",
  recall: "this.tell(JSON.stringify(wx.getStorageSync('kept')))",
  badge: "wx.setTabBarBadge({ index: 1, text: '3' })",
  refused: "wx.request({ url: 'https://elsewhere.example/', fail: (e) => this.tell(e.errMsg) })",
  ask409: "wx.request({ url: 'http://app.example/refuse', success: (r) => this.tell(r.statusCode + ' ' + r.data.code) })",
  finger: "wx.startSoterAuthentication({ requestAuthModes: ['fingerPrint'], challenge: 'c', success: (r) => this.tell(r.resultJSON), fail: (e) => this.tell(e.errCode + ' ' + e.errMsg) })",
  paper: "wx.createSelectorQuery().select('#pad').fields({ node: true, size: true }).exec(([p]) => { this.ink = p.node.getContext('2d'); this.tell('纸 ' + p.width + '×' + p.height) })",
  network: 'wx.getNetworkType({ success: (r) => this.tell(r.networkType) })',
  photo: 'wx.chooseMedia({ count: 1, success: (r) => { this.file = r.tempFiles[0].tempFilePath; this.setData({ src: this.file }); this.send() } })',
  record: "const r = wx.getRecorderManager(); r.onStop((x) => { this.file = x.tempFilePath; this.send() }); r.start({ format: 'mp3' }); setTimeout(() => r.stop(), 300)",
  play: "const a = wx.createInnerAudioContext(); a.onPlay(() => this.tell('playing')); a.onError((e) => this.tell('bad ' + e.errMsg)); a.src = this.file; a.play()",
  save: "wx.getFileSystemManager().saveFile({ tempFilePath: this.file, success: (r) => { wx.setStorageSync('saved', r.savedFilePath); this.tell('saved') } })",
  showSaved: "this.file = wx.getStorageSync('saved'); this.setData({ src: this.file }); this.send()",
  deeper: "wx.navigateTo({ url: '/pages/home/home?depth=' + (this.data.depth + 1), fail: (e) => this.tell(e.errMsg) })",
  far: "wx.navigateTo({ url: '/packages/far/page?name=%E7%8E%8B', fail: (e) => this.tell(e.errMsg) })",
}

const page = `
const send = (page) => wx.uploadFile({
  url: 'http://app.example/upload', filePath: page.file, name: 'file', formData: { kind: 'x' },
  success: (r) => page.tell(r.statusCode + ' ' + r.data),
})
Page({
  data: { told: '', rows: [], src: '', showMap: false, ballast: '', pulled: 0, depth: 0, typed: '', kind: '未选', agreed: '' },
  onLoad(query) { this.setData({ depth: Number(query.depth || 1) }) },
  onPullDownRefresh() { this.tell('pulled'); wx.stopPullDownRefresh() },
  onShareAppMessage(from) { return { title: '来看看', path: '/pages/home/home', from: from.from } },
  tell(told) { this.setData({ told }) },
  send() { send(this) },
  type(e) { this.setData({ typed: e.detail.value }) },
  choose(e) { this.setData({ kind: ['咨询', '求助'][e.detail.value] }) },
  switch(e) { this.setData({ agreed: e.detail.value ? '同意' : '不同意' }) },
  phone(e) { this.tell(e.detail.code || e.detail.errMsg) },
  pressed() { this.tell('long') },
  drawn(e) { const { x, y } = e.changedTouches[0]; this.ink.fillRect(x, y, 9, 9); this.tell('点在 ' + Math.round(x) + ' ' + Math.round(y)) },
  ringWang() { this.tell('王') },
  ringLi() { this.tell('李') },
  ${Object.entries(buttons).map(([name, code]) => `${name}() { ${code} },`).join('\n  ')}
})`

const markup = `
<view>深{{depth}}。</view><view class="told">说：{{told}}</view>
${Object.keys(buttons).map((name) => `<button size="mini" bindtap="${name}">${name}</button>`).join('\n')}
<button size="mini" open-type="getPhoneNumber" bindgetphonenumber="phone">手机号</button>
<button size="mini" open-type="share">分享</button>
<view aria-role="button" aria-label="按住说话" bindlongpress="pressed" bindtap="browserGlobals">按住</view>
<input aria-label="电话" placeholder="您的电话" value="{{typed}}" bindinput="type" /><text>写了{{typed.length}}字</text>
<picker range="{{['咨询', '求助']}}" bindchange="choose"><view>种类</view></picker><text>{{kind}}</text>
<view>大字<switch bindchange="switch" aria-label="大字" /></view><text>{{agreed}}</text>
<view>手机号</view>
<view><text>王书记</text><text bindtap="ringWang">找他</text></view>
<view><text>李主任</text><text bindtap="ringLi">找他</text></view>
<view wx:for="{{rows}}" wx:key="id">行{{item.id}}</view>
<image wx:if="{{src}}" src="{{src}}" style="width: 20px; height: 20px" />
<canvas type="2d" id="pad" aria-label="画" disable-scroll style="width: 200px; height: 100px" bindtouchstart="drawn" bindtouchmove="drawn" />
<map wx:if="{{showMap}}" />`

const files: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({
    pages: ['pages/home/home', 'pages/other/other'],
    subPackages: [{ root: 'packages/far', pages: ['page'] }],
    window: { navigationBarTitleText: '试', navigationBarBackgroundColor: '#ffffff', navigationBarTextStyle: 'black' },
    tabBar: { list: [{ pagePath: 'pages/other/other', text: '别处' }, { pagePath: 'packages/none', text: '没有' }] },
  }),
  'app.js': 'App({ onLaunch() {} })',
  'app.wxss': 'page { font-size: 14px } button { margin: 4rpx } .told { color: red }',
  'pages/home/home.json': JSON.stringify({ enablePullDownRefresh: true }),
  'pages/home/home.js': page,
  'pages/home/home.wxml': markup,
  'pages/other/other.json': '{}',
  'pages/other/other.js': "Page({ data: { large: '' }, onLoad() { this.setData({ large: 'x'.repeat(65 * 1024) }) } })",
  'pages/other/other.wxml': '<view>别处的页</view>',
  'packages/far/page.json': '{}',
  'packages/far/page.js': "const { word } = require('./far.js'); Page({ data: { word, name: '' }, onLoad(q) { this.setData({ name: q.name }) } })",
  'packages/far/page.wxml': '<view>{{word}}：{{name}}</view>',
  'packages/far/far.js': "module.exports = { word: '远' }",
}
