export default definePageConfig({
  navigationBarTitleText: '村里的公章',
  enablePullDownRefresh: true,
})
