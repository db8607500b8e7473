export default defineAppConfig({
  pages: ['pages/home/index', 'pages/village/index', 'pages/notices/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'packages/ticket',
      pages: ['send/index', 'detail/index', 'reply/index', 'close/index', 'mine/index'],
    },
    { root: 'packages/cadre', pages: ['inbox/index'] },
    { root: 'packages/staff', pages: ['board/index'] },
    { root: 'packages/account', pages: ['sign-in/index', 'join/index', 'preferences/index', 'members/index'] },
  ],
  // The two ticket pages a villager opens next are fetched while he looks at the first.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/ticket'] },
  },
  window: {
    navigationBarTitleText: '回应',
    navigationBarBackgroundColor: '@barColor',
    navigationBarTextStyle: '@barText' as 'black',
    backgroundColor: '@ground',
    backgroundTextStyle: '@pull' as 'dark',
  },
  tabBar: {
    color: '@tabColor',
    selectedColor: '@tabSelected',
    backgroundColor: '@tabGround',
    borderStyle: '@tabBorder' as 'black',
    list: [
      { pagePath: 'pages/home/index', text: '首页', iconPath: 'assets/tabs/home.png', selectedIconPath: 'assets/tabs/home-on.png' },
      { pagePath: 'pages/village/index', text: '村里事', iconPath: 'assets/tabs/village.png', selectedIconPath: 'assets/tabs/village-on.png' },
      { pagePath: 'pages/notices/index', text: '消息', iconPath: 'assets/tabs/notices.png', selectedIconPath: 'assets/tabs/notices-on.png' },
      { pagePath: 'pages/me/index', text: '我的', iconPath: 'assets/tabs/me.png', selectedIconPath: 'assets/tabs/me-on.png' },
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  permission: {},
})
