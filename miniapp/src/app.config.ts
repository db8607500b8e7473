// WeChat fills the @names from theme.json, light or dark; the browser build takes its colours from browser-frame.scss.
const isWeb = process.env.TARO_ENV === 'h5'
// See config/index.ts: only where WeChat has granted it.
const withLocation = process.env.WITH_LOCATION === '1'

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/village/index', 'pages/notices/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'packages/ticket',
      pages: [
        ...['send/index', 'detail/index', 'reply/index', 'close/index', 'way/index', 'mine/index'],
        ...['whistle/index', 'parts/index'],
      ],
    },
    { root: 'packages/staff', pages: ['board/index', 'held/index'] },
    {
      root: 'packages/roster',
      pages: [
        ...['sitting/index', 'mine/index', 'leave/index', 'swap/index', 'book/index', 'day-sheet/index'],
        ...['month/index', 'week/index', 'calendar/index', 'policy/index'],
      ],
    },
    {
      root: 'packages/money',
      pages: [
        ...['expenses/index', 'expense/index', 'sign/index', 'draft/index'],
        ...['mask/index', 'decisions/index', 'relatives/index', 'policy/index'],
      ],
    },
    { root: 'packages/seal', pages: ['index/index', 'paper/index', 'sign/index', 'draft/index'] },
    {
      root: 'packages/ledger',
      pages: [
        ...['village/index', 'entry/index', 'holdings/index', 'statements/index', 'check/index', 'villages/index'],
      ],
    },
    {
      root: 'packages/keeping',
      pages: ['desk/index', 'entry-form/index', 'holdings-form/index', 'accounts/index', 'papers/index'],
    },
    // For a desk's width alone, so not in what WeChat carries.
    ...(isWeb
      ? [
          {
            root: 'packages/desk',
            pages: [
              ...['figures/index', 'behind/index', 'brief/index', 'callbacks/index'],
              ...['promise/index', 'board/index'],
              'topics/index',
            ],
          },
        ]
      : []),
    { root: 'packages/account', pages: ['sign-in/index', 'desk/index', 'join/index', 'preferences/index', 'members/index'] },
  ],
  // The two ticket pages a villager opens next are fetched while he looks at the first.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/ticket'] },
  },
  window: {
    navigationBarTitleText: '回应',
    ...(isWeb
      ? {}
      : {
          navigationBarBackgroundColor: '@barColor',
          navigationBarTextStyle: '@barText' as 'black',
          backgroundColor: '@ground',
          backgroundTextStyle: '@pull' as 'dark',
        }),
  },
  tabBar: {
    color: isWeb ? '#62675d' : '@tabColor',
    selectedColor: isWeb ? '#22694a' : '@tabSelected',
    backgroundColor: isWeb ? '#fffefb' : '@tabGround',
    borderStyle: isWeb ? 'black' : ('@tabBorder' as 'black'),
    list: [
      tab('home', '首页'),
      tab('village', '村里事'),
      tab('notices', '消息'),
      tab('me', '我的'),
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  // Taro's slide for browsers hides the page below 350 ms late, also when one is back on it by then: an empty screen.
  ...(process.env.TARO_ENV === 'h5' ? { animation: false } : {}),
  // Without its name here WeChat refuses the call. Where a villager is, is never read: he picks a place on a map.
  requiredPrivateInfos: withLocation ? ['chooseLocation', 'getLocation'] : ['chooseLocation'],
  ...(withLocation ? { permission: { 'scope.userLocation': { desc: '接班时看看您在不在村服务中心，可以不说' } } } : {}),
})

function tab(name: string, text: string) {
  const icon = `assets/tabs/${name}`
  return { pagePath: `pages/${name}/index`, text, iconPath: `${icon}.png`, selectedIconPath: `${icon}-on.png` }
}
