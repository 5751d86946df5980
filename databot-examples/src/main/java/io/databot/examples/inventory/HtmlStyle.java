package io.databot.examples.inventory;

/** The head of the page, with its style. The policy in it forbids everything that is not in the page itself. */
final class HtmlStyle {

    static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>TITLE</title>
            <style>
            :root { color-scheme: light dark; --page: #f6f7f9; --card: #fff; --text: #1b2330; --soft: #5b6677;
              --rule: #dde2ea; --line: #8a96a8; --buckets: #2563eb; --service_accounts: #c26a06;
              --workbenches: #15803d; --services: #7c3aed; --jobs: #be185d; --rest: #64748b; }
            @media (prefers-color-scheme: dark) { :root { --page: #11151c; --card: #1a202a; --text: #e6eaf1;
              --soft: #9aa6b8; --rule: #2d3644; --line: #6f7d92; --buckets: #60a5fa; --service_accounts: #fbbf24;
              --workbenches: #4ade80; --services: #a78bfa; --jobs: #f472b6; --rest: #94a3b8; } }
            .buckets { --own: var(--buckets); } .service_accounts { --own: var(--service_accounts); }
            .workbenches { --own: var(--workbenches); } .services { --own: var(--services); }
            .jobs { --own: var(--jobs); } .rest { --own: var(--rest); }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--page); color: var(--text);
              font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
            header, main { max-width: 1120px; margin: 0 auto; padding: 0 20px; }
            header { padding-top: 32px; }
            h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; overflow-wrap: anywhere; }
            header p { margin: 4px 0 20px; color: var(--soft); overflow-wrap: anywhere; }
            h2 { margin: 0 0 12px; font-size: 1.05rem; }
            section { background: var(--card); border: 1px solid var(--rule); border-radius: 12px; padding: 18px 20px;
              margin: 0 0 16px; }
            ul { list-style: none; margin: 0; padding: 0; }
            .counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 10px;
              margin-bottom: 16px; }
            .counts li { background: var(--card); border: 1px solid var(--rule); border-top: 3px solid var(--own);
              border-radius: 10px; padding: 8px 14px; color: var(--soft); }
            .counts b { display: block; font-size: 1.5rem; line-height: 1.2; color: var(--text); }
            .picture { overflow-x: auto; }
            svg { display: block; width: 100%; margin: 0 auto; }
            .node rect { fill: var(--page); stroke: var(--rule); }
            .node .edge { fill: var(--own); stroke: none; }
            .node text { fill: var(--soft); font-size: 11px; }
            .node .what { fill: var(--own); font-weight: 600; letter-spacing: .02em; }
            .node .name { fill: var(--text); font-size: 13px; font-weight: 600; }
            .line { fill: none; stroke: var(--line); stroke-width: 1.4; }
            marker path { fill: var(--line); }
            .label { fill: var(--soft); font-size: 11px; paint-order: stroke; stroke: var(--card); stroke-width: 4px; }
            table { width: 100%; border-collapse: collapse; table-layout: fixed; }
            th { text-align: left; font-size: .8rem; font-weight: 600; color: var(--soft); }
            th { width: 31%; } th:nth-child(2) { width: 26%; } th:last-child { width: 43%; }
            th, td { padding: 7px 16px 7px 0; vertical-align: top; border-bottom: 1px solid var(--rule);
              overflow-wrap: anywhere; }
            tbody tr:last-child td { border-bottom: 0; }
            .name { font-weight: 600; }
            code { font: .85em/1.5 ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace;
              color: var(--soft); overflow-wrap: anywhere; }
            dl { margin: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
              gap: 14px 24px; }
            dd { margin: 2px 0 0; overflow-wrap: anywhere; }
            .chips { display: flex; flex-wrap: wrap; gap: 8px; }
            .chips li { border: 1px solid var(--rule); border-radius: 999px; padding: 1px 12px; }
            @media (max-width: 640px) { header, main { padding: 0 12px; } header { padding-top: 20px; }
              section { padding: 14px; } thead { display: none; } tr, td { display: block; }
              td { border: 0; padding: 0; } tr { border-left: 3px solid var(--own); padding-left: 10px;
              margin-bottom: 14px; } table { table-layout: auto; } .counts { grid-template-columns: repeat(3, 1fr); }
              .counts li { padding: 6px 10px; font-size: .85rem; } }
            </style>
            </head>
            <body>
            """;

    private HtmlStyle() {}
}
