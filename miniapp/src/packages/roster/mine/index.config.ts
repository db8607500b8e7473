export default definePageConfig({
  navigationBarTitleText: '我的班',
  enablePullDownRefresh: true,
})
