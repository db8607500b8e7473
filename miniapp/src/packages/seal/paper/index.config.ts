export default definePageConfig({
  navigationBarTitleText: '用章',
  enablePullDownRefresh: true,
})
