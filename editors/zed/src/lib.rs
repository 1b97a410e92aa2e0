//! Tells Zed how to start `lintnews lsp`; all the rest is the server's.

use zed_extension_api::{
    self as zed, serde_json::Value, settings::LspSettings, Command, LanguageServerId, Result, Worktree,
};

struct Lintnews;

impl zed::Extension for Lintnews {
    fn new() -> Self {
        Lintnews
    }

    /// The program that the settings name (`lsp.lintnews.binary`), else `lintnews lsp` from the path.
    fn language_server_command(&mut self, id: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let binary = LspSettings::for_worktree(id.as_ref(), worktree).ok().and_then(|settings| settings.binary);
        let (path, arguments) = binary.map_or((None, None), |binary| (binary.path, binary.arguments));
        let command = path
            .or_else(|| worktree.which("lintnews"))
            .ok_or("lintnews is not on the path; install it with: pip install 'lintnews[lsp]'")?;
        Ok(Command {
            command,
            args: arguments.unwrap_or_else(|| vec!["lsp".into()]),
            env: worktree.shell_env(),
        })
    }

    /// What the settings say under `lsp.lintnews.settings`, as the server asks for it.
    fn language_server_workspace_configuration(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<Value>> {
        let settings = LspSettings::for_worktree(id.as_ref(), worktree)?.settings;
        Ok(settings.map(|settings| zed::serde_json::json!({ "lintnews": settings })))
    }
}

zed::register_extension!(Lintnews);
