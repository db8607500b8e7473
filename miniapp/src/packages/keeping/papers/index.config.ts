export default definePageConfig({
  navigationBarTitleText: '报表和公示',
  enablePullDownRefresh: true,
})
