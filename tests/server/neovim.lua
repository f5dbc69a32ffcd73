-- Opens the program named by $PROGRAM, lets the server look at it, edits it, and prints what the editor shows.
local function shown()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { each.lnum, each.col, each.end_lnum, each.end_col, each.severity, each.code, each.source })
  end
  return found
end

local function wait(wanted)
  vim.wait(30000, function() return #shown() == wanted end, 20)
  return shown()
end

vim.cmd("edit " .. vim.env.PROGRAM)
local client = vim.lsp.start_client({
  name = "shapecheck",
  cmd = { vim.env.PYTHON, "-m", "shapecheck", "server" },
  root_dir = vim.fn.getcwd(),
  init_options = { dryRun = false },
})
vim.lsp.buf_attach_client(0, client)
local told = { opened = wait(1) }
local where = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = 4, character = 0 } }
local answers = vim.lsp.buf_request_sync(0, "textDocument/hover", where, 30000)
told.hover = answers[client].result.contents.value
vim.api.nvim_buf_set_lines(0, 0, 0, false, { "# é😀", "" })
vim.wait(300)
told.moved = wait(1)
vim.api.nvim_buf_set_text(0, 5, 18, 5, 21, { "64" })
told.mended = wait(0)
vim.api.nvim_buf_set_text(0, 5, 18, 5, 20, { "32" })
told.again = wait(1)
vim.lsp.stop_client(client)
vim.wait(5000, function() return vim.lsp.client_is_stopped(client) end, 20)
told.stopped = vim.lsp.client_is_stopped(client)
io.stdout:write(vim.json and vim.json.encode(told) or vim.fn.json_encode(told))
vim.cmd("qall!")
