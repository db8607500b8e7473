export default definePageConfig({
  navigationBarTitleText: '本周值班',
  enablePullDownRefresh: true,
})
