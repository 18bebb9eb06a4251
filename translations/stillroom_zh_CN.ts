<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Cli</name>
    <message>
        <source>Section of the file (default: alembic)</source>
        <translation>该文件的节（默认：alembic）</translation>
    </message>
    <message>
        <source>The database, instead of the project&apos;s own</source>
        <translation>使用此数据库，而非项目自身的数据库</translation>
    </message>
    <message>
        <source>An argument for the scripts; may be repeated</source>
        <translation>传给脚本的参数；可重复给出</translation>
    </message>
    <message>
        <source>Write the result as JSON</source>
        <translation>以 JSON 输出结果</translation>
    </message>
    <message>
        <source>Language of messages, such as zh_CN</source>
        <translation>消息的语言，例如 zh_CN</translation>
    </message>
    <message>
        <source>No log, only results, questions and failures</source>
        <translation>不输出日志，只输出结果、提问和失败</translation>
    </message>
    <message>
        <source>Log every statement with its time</source>
        <translation>记录每条语句及其用时</translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation>显示此帮助</translation>
    </message>
    <message>
        <source>Show the version</source>
        <translation>显示版本号</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>&quot;stillroom-cli COMMAND --help&quot; tells more about a command.
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 differences found.</source>
        <translation>“stillroom-cli 命令 --help”显示某个命令的详细说明。
退出码：0 完成，1 失败，2 用法错误，3 发现差异。</translation>
    </message>
    <message>
        <source>Stillroom: database migrations of Alembic projects, without Python</source>
        <translation>Stillroom：无需 Python 的 Alembic 项目数据库迁移</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Show the revision that the database is at</source>
        <translation>显示数据库所处的版本</translation>
    </message>
    <message>
        <source>Show the database and everything about the revision</source>
        <translation>显示数据库及该版本的全部信息</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>statement:</source>
        <translation>语句：</translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation>下一步：%1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>List the newest revision of each branch</source>
        <translation>列出每个分支的最新版本</translation>
    </message>
    <message>
        <source>Show everything about each revision</source>
        <translation>显示每个版本的全部信息</translation>
    </message>
    <message>
        <source>Leave out what another revision depends on</source>
        <translation>略去被其他版本依赖的版本</translation>
    </message>
    <message>
        <source>List the revisions, newest first</source>
        <translation>列出版本，最新的在前</translation>
    </message>
    <message>
        <source>Only these, both ends included</source>
        <translation>仅这些版本，包含两端</translation>
    </message>
    <message>
        <source>Mark the revision of the database (needs a connection)</source>
        <translation>标出数据库所处的版本（需要连接）</translation>
    </message>
    <message>
        <source>There is no translation &quot;%1&quot;; there is: %2.</source>
        <translation>没有翻译“%1”；现有：%2。</translation>
    </message>
    <message>
        <source>Nothing to do: the database is at %1.</source>
        <translation>无事可做：数据库已处于 %1。</translation>
    </message>
    <message>
        <source>Apply revisions up to a target</source>
        <translation>应用版本，直至目标</translation>
    </message>
    <message>
        <source>Roll revisions back to a target</source>
        <translation>回滚版本，直至目标</translation>
    </message>
    <message>
        <source>head, +1, an id, label@head…; with --sql also FROM:TO</source>
        <translation>head、+1、标识、label@head……；配合 --sql 还可用 FROM:TO</translation>
    </message>
    <message>
        <source>base, -1, an id, label@base…; with --sql FROM:TO</source>
        <translation>base、-1、标识、label@base……；配合 --sql 用 FROM:TO</translation>
    </message>
    <message>
        <source>Print the SQL and touch no database</source>
        <translation>只输出 SQL，不触及任何数据库</translation>
    </message>
    <message>
        <source>Every step runs in its own transaction: one that fails, or is interrupted with
Ctrl+C, is rolled back, and the database stays at the step before it.</source>
        <translation>每一步在各自的事务中运行：失败或被 Ctrl+C 中断的步骤会被回滚，
数据库停留在它之前的一步。</translation>
    </message>
    <message>
        <source>Name one revision; a range is for --sql.</source>
        <translation>请指明一个版本；范围仅用于 --sql。</translation>
    </message>
    <message>
        <source>The script asks &quot;%1&quot;; this SQL is for the answer yes.</source>
        <translation>脚本提问“%1”；此 SQL 对应回答“是”。</translation>
    </message>
    <message>
        <source>committed after %1</source>
        <translation>已提交，用时 %1</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>已回滚</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>唯一</translation>
    </message>
    <message>
        <source>foreign key</source>
        <translation>外键</translation>
    </message>
    <message>
        <source>check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>exclude</source>
        <translation>排他</translation>
    </message>
    <message>
        <source>unique index</source>
        <translation>唯一索引</translation>
    </message>
    <message>
        <source>index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>表 %1</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>null</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Enum type %1: %2</source>
        <translation>枚举类型 %1：%2</translation>
    </message>
    <message>
        <source>The database has no table %1.</source>
        <translation>数据库中没有表 %1。</translation>
    </message>
    <message>
        <source>It has no tables at all.</source>
        <translation>其中没有任何表。</translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation>现有：%1。</translation>
    </message>
    <message>
        <source>Show tables with columns, keys and indexes</source>
        <translation>显示表及其列、键和索引</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>仅此表</translation>
    </message>
    <message>
        <source>The database has no tables.</source>
        <translation>数据库中没有表。</translation>
    </message>
    <message>
        <source>Cancelled while waiting for an answer.</source>
        <translation>等待回答时被取消。</translation>
    </message>
    <message>
        <source>Nobody is there to answer: %1</source>
        <translation>无人可以回答：%1</translation>
    </message>
    <message>
        <source>Answer with --yes or --no.</source>
        <translation>请用 --yes 或 --no 回答。</translation>
    </message>
    <message>
        <source>Please answer with &quot;%1&quot; or &quot;%2&quot;.</source>
        <translation>请回答“%1”或“%2”。</translation>
    </message>
    <message>
        <source>Correct the script, then run the command again.</source>
        <translation>修正脚本，然后重新运行命令。</translation>
    </message>
    <message>
        <source>&quot;stillroom-cli history&quot; lists the revisions.</source>
        <translation>“stillroom-cli history”会列出各个版本。</translation>
    </message>
    <message>
        <source>Steps done: %1, in %2. The database is at %3.</source>
        <translation>完成 %1 步，用时 %2。数据库位于 %3。</translation>
    </message>
    <message>
        <source>Database %1; steps: %2</source>
        <translation>数据库 %1；步骤：%2</translation>
    </message>
    <message>
        <source>%1; rows: %2</source>
        <translation>%1；行数：%2</translation>
    </message>
    <message>
        <source>List the revisions at which branches part</source>
        <translation>列出分支分叉处的版本</translation>
    </message>
    <message>
        <source>edited since its checksum was written</source>
        <translation>写入校验和后被修改过</translation>
    </message>
    <message>
        <source>has a checksum, but its file is gone</source>
        <translation>有校验和，但文件已不存在</translation>
    </message>
    <message>
        <source>has no checksum yet</source>
        <translation>尚无校验和</translation>
    </message>
    <message>
        <source>There are no checksums; &quot;stillroom-cli check --write&quot; writes them.</source>
        <translation>没有任何校验和；“stillroom-cli check --write”可写入。</translation>
    </message>
    <message>
        <source>A database may have run an edited revision as it was before. Take the file back from version control, or accept it with --accept.</source>
        <translation>数据库运行的可能是修改前的内容。请从版本控制中取回该文件，或用 --accept 接受修改。</translation>
    </message>
    <message>
        <source>&quot;stillroom-cli check --write&quot; adds the missing checksums.</source>
        <translation>“stillroom-cli check --write”可补上缺少的校验和。</translation>
    </message>
    <message>
        <source>Problems in the revision files: %1</source>
        <translation>版本文件中的问题：%1</translation>
    </message>
    <message>
        <source>Revisions: %1, all readable and unchanged.</source>
        <translation>版本：%1 个，均可读取且未被修改。</translation>
    </message>
    <message>
        <source>Revisions: %1, all readable.</source>
        <translation>版本：%1 个，均可读取。</translation>
    </message>
    <message>
        <source>Check that the revision files are sound and were not edited</source>
        <translation>检查版本文件是否完好、未被修改</translation>
    </message>
    <message>
        <source>Write stillroom.sum: checksums of the revisions that have none yet</source>
        <translation>写入 stillroom.sum：为尚无校验和的版本添加校验和</translation>
    </message>
    <message>
        <source>Write the checksum of an edited revision as it is now; may be repeated</source>
        <translation>按当前内容写入被修改版本的校验和；可重复给出</translation>
    </message>
    <message>
        <source>stillroom.sum lies beside the configuration and belongs into version control.
Line ends do not count. Exit code 3: a revision was edited, is gone, or cannot be used.</source>
        <translation>stillroom.sum 位于配置文件旁，应纳入版本控制。
不计换行符的差异。退出码 3：有版本被修改、已不存在或无法使用。</translation>
    </message>
    <message>
        <source>Print a script that completes commands in a shell</source>
        <translation>输出用于 shell 命令补全的脚本</translation>
    </message>
    <message>
        <source>bash, zsh or fish</source>
        <translation>bash、zsh 或 fish</translation>
    </message>
    <message>
        <source>bash: source &lt;(stillroom-cli completion bash)
zsh:  stillroom-cli completion zsh &gt; &quot;${fpath[1]}/_stillroom-cli&quot;
fish: stillroom-cli completion fish &gt; ~/.config/fish/completions/stillroom-cli.fish
&quot;completion words&quot; prints the project&apos;s revisions, which the scripts ask for.</source>
        <translation>bash: source &lt;(stillroom-cli completion bash)
zsh:  stillroom-cli completion zsh &gt; &quot;${fpath[1]}/_stillroom-cli&quot;
fish: stillroom-cli completion fish &gt; ~/.config/fish/completions/stillroom-cli.fish
“completion words”输出项目的版本，供补全脚本查询。</translation>
    </message>
    <message>
        <source>There is no completion for &quot;%1&quot;.</source>
        <translation>没有适用于“%1”的补全。</translation>
    </message>
    <message>
        <source>There is one for %1.</source>
        <translation>支持的 shell：%1。</translation>
    </message>
    <message>
        <source>There is no setting %1.</source>
        <translation>没有设置项 %1。</translation>
    </message>
    <message>
        <source>&quot;stillroom-cli config&quot; lists them.</source>
        <translation>“stillroom-cli config”会列出所有设置。</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>您是指 %1 吗？</translation>
    </message>
    <message>
        <source>Show each setting and where it comes from</source>
        <translation>显示每项设置及其来源</translation>
    </message>
    <message>
        <source>Only these settings, or sections of them</source>
        <translation>仅这些设置，或这些节中的设置</translation>
    </message>
    <message>
        <source>The database is, of these, the first that says it: --url; url in stillroom.toml; what env.py
sets, if it is a text or an environment variable; sqlalchemy.url of the .ini file; $DATABASE_URL
and $SQLALCHEMY_DATABASE_URI; $DB_HOST, $POSTGRES_DB and the like; $PGSERVICE, $PGHOST,
$PGDATABASE. Variables are also those of the project&apos;s .env file.
Everything else is from stillroom.toml, else from a literal in env.py, else the default.
--json: {&quot;settings&quot;: [{&quot;name&quot;, &quot;value&quot;, &quot;source&quot;: &quot;file&quot;|&quot;variable&quot;|&quot;option&quot;|&quot;default&quot;,
&quot;file&quot;, &quot;line&quot;, &quot;variable&quot;, &quot;remark&quot;}], &quot;problems&quot;: [{&quot;code&quot;, &quot;message&quot;, …}]}</source>
        <translation>数据库取自以下来源中最先给出的一个：--url；stillroom.toml 中的 url；
env.py 所设的值（文本或环境变量）；.ini 文件的 sqlalchemy.url；
$DATABASE_URL 和 $SQLALCHEMY_DATABASE_URI；$DB_HOST、$POSTGRES_DB 等；
$PGSERVICE、$PGHOST、$PGDATABASE。变量也包括项目 .env 文件中的变量。
其他设置取自 stillroom.toml，其次是 env.py 中的字面量，最后是默认值。
--json: {&quot;settings&quot;: [{&quot;name&quot;, &quot;value&quot;, &quot;source&quot;: &quot;file&quot;|&quot;variable&quot;|&quot;option&quot;|&quot;default&quot;,
&quot;file&quot;, &quot;line&quot;, &quot;variable&quot;, &quot;remark&quot;}], &quot;problems&quot;: [{&quot;code&quot;, &quot;message&quot;, …}]}</translation>
    </message>
    <message>
        <source>The database is at %1; the heads are %2.</source>
        <translation>数据库处于 %1；head 为 %2。</translation>
    </message>
    <message>
        <source>&quot;stillroom-cli upgrade heads&quot; applies what is missing.</source>
        <translation>“stillroom-cli upgrade heads”可应用缺少的版本。</translation>
    </message>
    <message>
        <source>Fail unless the database is at every head</source>
        <translation>若数据库未处于全部 head，则报告失败</translation>
    </message>
    <message>
        <source>Change the version rows of the database, too (so does --url)</source>
        <translation>同时更改数据库中的版本行（给出 --url 时亦然）</translation>
    </message>
    <message>
        <source>stillroom.sum has checksums from before; accept the new ones with &quot;stillroom-cli check --write --accept %1&quot;.</source>
        <translation>stillroom.sum 中是更改前的校验和；请用“stillroom-cli check --write --accept %1”接受新的校验和。</translation>
    </message>
    <message>
        <source>Name a revision by its id.</source>
        <translation>请用标识指明版本。</translation>
    </message>
    <message>
        <source>The file is no revision any more.</source>
        <translation>该文件已不再是版本文件。</translation>
    </message>
    <message>
        <source>The revision was %1 and is %2 now.</source>
        <translation>该版本原为 %1，现为 %2。</translation>
    </message>
    <message>
        <source>Databases and other revisions know it as %1.</source>
        <translation>数据库和其他版本仍以 %1 引用它。</translation>
    </message>
    <message>
        <source>Write the old id again, unless nobody has applied it.</source>
        <translation>请改回原来的标识，除非尚无人应用过它。</translation>
    </message>
    <message>
        <source>Open the file of a revision in your editor</source>
        <translation>在编辑器中打开版本的文件</translation>
    </message>
    <message>
        <source>An id, head, heads, label@head…; current needs a connection</source>
        <translation>标识、head、heads、label@head……；current 需要连接</translation>
    </message>
    <message>
        <source>The editor is $VISUAL, $EDITOR, or one that is installed. Afterwards the header of the
file is read, and what is wrong with it is said.</source>
        <translation>编辑器取自 $VISUAL、$EDITOR，或已安装的编辑器。编辑后会读取文件头，
并指出其中的错误。</translation>
    </message>
    <message>
        <source>Create the version table, unless it is there</source>
        <translation>创建版本表（若尚不存在）</translation>
    </message>
    <message>
        <source>The version table was created.</source>
        <translation>已创建版本表。</translation>
    </message>
    <message>
        <source>The version table was there already.</source>
        <translation>版本表已存在。</translation>
    </message>
    <message>
        <source>Set $VISUAL or $EDITOR to an editor, or open the file yourself.</source>
        <translation>请将 $VISUAL 或 $EDITOR 设为某个编辑器，或自行打开该文件。</translation>
    </message>
    <message>
        <source>There is no editor &quot;%1&quot;, which $%2 names.</source>
        <translation>没有编辑器“%1”，它由 $%2 指定。</translation>
    </message>
    <message>
        <source>There is no editor.</source>
        <translation>没有可用的编辑器。</translation>
    </message>
    <message>
        <source>it ended with code %1</source>
        <translation>退出码为 %1</translation>
    </message>
    <message>
        <source>Error executing editor %1: %2</source>
        <translation>运行编辑器 %1 出错：%2</translation>
    </message>
    <message>
        <source>alembic.ini, pyproject.toml or their folder (default: $ALEMBIC_CONFIG, or here)</source>
        <translation>alembic.ini、pyproject.toml 或其所在文件夹（默认：$ALEMBIC_CONFIG，否则为当前文件夹）</translation>
    </message>
    <message>
        <source>Make a new project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>For the scripts; a new or empty folder</source>
        <translation>存放脚本的文件夹；须为新文件夹或空文件夹</translation>
    </message>
    <message>
        <source>Its kind (default: generic); &quot;list_templates&quot; lists them</source>
        <translation>项目的类型（默认：generic）；“list_templates”会列出</translation>
    </message>
    <message>
        <source>Add __init__.py files</source>
        <translation>添加 __init__.py 文件</translation>
    </message>
    <message>
        <source>The configuration file is alembic.ini here, or what --config names.</source>
        <translation>配置文件为当前文件夹中的 alembic.ini，或 --config 指定的文件。</translation>
    </message>
    <message>
        <source>List the kinds of project that init makes</source>
        <translation>列出 init 可创建的项目类型</translation>
    </message>
    <message>
        <source>Write a revision that joins several branches</source>
        <translation>编写合并多个分支的版本</translation>
    </message>
    <message>
        <source>What it follows: ids, or &quot;heads&quot; for all heads</source>
        <translation>它所接续的版本：标识，或用“heads”表示全部 head</translation>
    </message>
    <message>
        <source>What it does, in a line</source>
        <translation>用一行说明其作用</translation>
    </message>
    <message>
        <source>A name for its branch</source>
        <translation>其分支的名称</translation>
    </message>
    <message>
        <source>Its id, instead of one that is made</source>
        <translation>它的标识，而非自动生成</translation>
    </message>
    <message>
        <source>What it follows need not be heads</source>
        <translation>所接续的版本不必是 head</translation>
    </message>
    <message>
        <source>Do not go on counting, although the revisions are numbered</source>
        <translation>即使版本是编号的，也不延续编号</translation>
    </message>
    <message>
        <source>&quot;stillroom-cli resolve&quot; tells what the branches are and what else can be done.</source>
        <translation>“stillroom-cli resolve”会说明有哪些分支以及其他处理办法。</translation>
    </message>
    <message>
        <source>Numbered after %1, as the revisions before it; --no-numbered does not count.</source>
        <translation>按此前版本的方式，在 %1 之后编号；--no-numbered 不延续编号。</translation>
    </message>
    <message>
        <source>Not run: post_write_hooks %1 (Stillroom starts no programs; run them yourself).</source>
        <translation>未运行：post_write_hooks %1（Stillroom 不启动程序；请自行运行）。</translation>
    </message>
    <message>
        <source>There is nothing to resolve: the project has no two heads.</source>
        <translation>无需处理：项目没有多个 head。</translation>
    </message>
    <message>
        <source>%1 parts after %2:</source>
        <translation>%1 在 %2 之后分出：</translation>
    </message>
    <message>
        <source>A revision that joins them, whatever databases have applied:</source>
        <translation>编写合并它们的版本，无论数据库已应用了哪些版本：</translation>
    </message>
    <message>
        <source>One branch behind the other, while no database has applied the branch that moves:</source>
        <translation>将一个分支接到另一个之后，前提是没有数据库应用过被移动的分支：</translation>
    </message>
    <message>
        <source>%1 follows %2 now, no more %3.</source>
        <translation>%1 现接在 %2 之后，不再接在 %3 之后。</translation>
    </message>
    <message>
        <source>The row %1 is gone from %2; another one includes it.</source>
        <translation>已从 %2 删除行 %1；另一行已包含它。</translation>
    </message>
    <message>
        <source>No database was looked at: one that has %1 applied and %2 not would never get %2. &quot;stillroom-cli current&quot; tells.</source>
        <translation>未查看任何数据库：已应用 %1 而未应用 %2 的数据库将永远不会应用 %2。“stillroom-cli current”可查明。</translation>
    </message>
    <message>
        <source>Choose one: --merge, or --reparent together with --onto.</source>
        <translation>请选择其一：--merge，或 --reparent 与 --onto 并用。</translation>
    </message>
    <message>
        <source>&quot;stillroom-cli resolve&quot; without them explains what there is to choose.</source>
        <translation>不带选项的“stillroom-cli resolve”会说明有哪些选择。</translation>
    </message>
    <message>
        <source>Explain several heads, and make one of them</source>
        <translation>说明存在多个 head 的情况，并将其变为一个</translation>
    </message>
    <message>
        <source>Write a revision that joins all heads</source>
        <translation>编写合并所有 head 的版本</translation>
    </message>
    <message>
        <source>The message of that revision</source>
        <translation>该版本的消息</translation>
    </message>
    <message>
        <source>The id of that revision</source>
        <translation>该版本的标识</translation>
    </message>
    <message>
        <source>Put this revision, with all that follow it, behind another branch</source>
        <translation>将此版本及其所有后续版本接到另一个分支之后</translation>
    </message>
    <message>
        <source>The head of that branch</source>
        <translation>那个分支的 head</translation>
    </message>
    <message>
        <source>Without options nothing is changed. --reparent changes only the value of down_revision in
the file. With --database it is refused when the database has applied the revision and
not the head that it is put behind.</source>
        <translation>不带选项时不做任何更改。--reparent 只更改文件中 down_revision 的值。
配合 --database 时，若数据库已应用该版本，
但未应用它要接续的 head，则会拒绝执行。</translation>
    </message>
    <message>
        <source>&quot;stillroom-cli heads&quot; lists them.</source>
        <translation>“stillroom-cli heads”会列出所有 head。</translation>
    </message>
    <message>
        <source>Write a new, empty revision</source>
        <translation>编写新的空版本</translation>
    </message>
    <message>
        <source>What it follows: head, base, an id, label@head… (default: head)</source>
        <translation>它所接续的版本：head、base、标识、label@head……（默认：head）</translation>
    </message>
    <message>
        <source>What it follows need not be a head</source>
        <translation>所接续的版本不必是 head</translation>
    </message>
    <message>
        <source>A revision that must be applied before; may be repeated</source>
        <translation>必须先应用的版本；可重复给出</translation>
    </message>
    <message>
        <source>Which of the version locations it goes to</source>
        <translation>放入哪一个版本位置</translation>
    </message>
    <message>
        <source>Write a .sql revision instead of a .py one</source>
        <translation>编写 .sql 版本，而非 .py 版本</translation>
    </message>
    <message>
        <source>Revisions that are numbered (058_add_user_avatar, or a file 003_types.py) are counted
on: the next number of as many digits, that of another branch passed over, unless
--rev-id says otherwise. Names of files follow file_template where there is one.
--sql is not Alembic&apos;s: a .sql revision has its SQL itself; only Stillroom reads it.</source>
        <translation>若版本是编号的（058_add_user_avatar，或文件 003_types.py），则延续编号：
取位数相同的下一个数字，跳过其他分支已用的编号，除非用 --rev-id 另行指定。
有 file_template 时，文件名按它生成。
--sql 并非 Alembic 的功能：.sql 版本直接包含其 SQL；只有 Stillroom 能读取。</translation>
    </message>
    <message>
        <source>Answer every question with yes</source>
        <translation>对所有提问回答 yes</translation>
    </message>
    <message>
        <source>Answer every question with no</source>
        <translation>对所有提问回答 no</translation>
    </message>
    <message>
        <source>Show everything about a revision</source>
        <translation>显示某个版本的全部信息</translation>
    </message>
    <message>
        <source>One revision %1 after %2 in place of these:</source>
        <translation>将在 %2 之后用一个版本 %1 取代以下版本：</translation>
    </message>
    <message>
        <source>New file: %1</source>
        <translation>新文件：%1</translation>
    </message>
    <message>
        <source>Their files go to: %1</source>
        <translation>它们的文件移到：%1</translation>
    </message>
    <message>
        <source>Names the new revision from now on: %1</source>
        <translation>今后引用新版本的文件：%1</translation>
    </message>
    <message>
        <source>Databases at %1 or later need no change; one before it must be upgraded to it first.</source>
        <translation>处于 %1 或更晚版本的数据库无需更改；早于它的须先升级到该版本。</translation>
    </message>
    <message>
        <source>Databases at %1 must be told of %2; one before it must be upgraded to it first.</source>
        <translation>处于 %1 的数据库须改记为 %2；早于它的须先升级到该版本。</translation>
    </message>
    <message>
        <source>Squash these revisions? (yes/no)</source>
        <translation>压缩这些版本？(yes/no)</translation>
    </message>
    <message>
        <source>Nothing was squashed.</source>
        <translation>未压缩任何版本。</translation>
    </message>
    <message>
        <source>Answer yes to do it.</source>
        <translation>请回答 yes 以执行。</translation>
    </message>
    <message>
        <source>%1 needs no change.</source>
        <translation>%1 无需更改。</translation>
    </message>
    <message>
        <source>%1 is at %2 now.</source>
        <translation>%1 现处于 %2。</translation>
    </message>
    <message>
        <source>For every database that stands at %1:</source>
        <translation>对每个处于 %1 的数据库运行：</translation>
    </message>
    <message>
        <source>Put one revision in place of several</source>
        <translation>用一个版本取代多个版本</translation>
    </message>
    <message>
        <source>FROM:TO, both included; base:TO from the first one</source>
        <translation>FROM:TO，包含两端；base:TO 表示从首个版本开始</translation>
    </message>
    <message>
        <source>The message of the new revision</source>
        <translation>新版本的消息</translation>
    </message>
    <message>
        <source>Its id (default: that of TO)</source>
        <translation>它的标识（默认：与 TO 相同）</translation>
    </message>
    <message>
        <source>Only print what to run in a database that stands at TO, and change no file</source>
        <translation>只输出应在处于 TO 的数据库中运行的语句，不更改任何文件</translation>
    </message>
    <message>
        <source>Do not ask before</source>
        <translation>执行前不询问</translation>
    </message>
    <message>
        <source>Show what would be done, and do nothing</source>
        <translation>显示将做的更改，但不执行</translation>
    </message>
    <message>
        <source>The new revision does what the replaced ones did, in their order; their files move to a
folder &quot;backup&quot; that nobody reads. With the id of TO, databases at TO or later go on as
they are. With another id each of them needs one statement: --database runs it in the
project&apos;s database together with the change of the files, --sql prints it. A database
inside of the range is upgraded to TO before.</source>
        <translation>新版本依次执行被取代版本的全部操作；被取代的文件移到不再读取的
文件夹“backup”。若沿用 TO 的标识，处于 TO 或更晚版本的数据库无需更改。
若使用其他标识，这些数据库各须运行一条语句：--database 在更改文件的同时
在项目的数据库中运行它，--sql 则将其输出。
处于范围之内的数据库须先升级到 TO。</translation>
    </message>
    <message>
        <source>A file that cannot be read might belong to the range. Nothing was changed.</source>
        <translation>有无法读取的文件，它可能属于该范围。未做任何更改。</translation>
    </message>
    <message>
        <source>A database at %1 needs no change.</source>
        <translation>处于 %1 的数据库无需更改。</translation>
    </message>
    <message>
        <source>The database is at %1.</source>
        <translation>数据库处于 %1。</translation>
    </message>
    <message>
        <source>Set the revision of a database without running anything</source>
        <translation>设置数据库所处的版本，不运行任何脚本</translation>
    </message>
    <message>
        <source>head, heads, an id, base…; with --sql also FROM:TO</source>
        <translation>head、heads、标识、base……；配合 --sql 还可用 FROM:TO</translation>
    </message>
    <message>
        <source>Forget the rows that are there first, even unknown ones</source>
        <translation>先清除已有的版本行，包括未知的版本</translation>
    </message>
    <message>
        <source>Use it when the schema is already that of the revision: nothing checks that it is.</source>
        <translation>用于结构已与该版本一致的情况：不会对此进行检查。</translation>
    </message>
    <message>
        <source>Only these; all, if nothing is said</source>
        <translation>仅这些；未指定则为全部</translation>
    </message>
    <message>
        <source>postgresql or sqlite; that of the database&apos;s address, if nothing is said</source>
        <translation>postgresql 或 sqlite；未指定则取数据库地址的方言</translation>
    </message>
    <message>
        <source>readable</source>
        <translation>可读</translation>
    </message>
    <message>
        <source>readable, ends in an exception</source>
        <translation>可读，以异常结束</translation>
    </message>
    <message>
        <source>readable with a connection</source>
        <translation>连接后可读</translation>
    </message>
    <message>
        <source>opaque</source>
        <translation>不透明</translation>
    </message>
    <message>
        <source>Say how far each revision can be read without Python</source>
        <translation>说明每个版本在没有 Python 时可读到何种程度</translation>
    </message>
    <message>
        <source>Needs no database. What is readable with a connection asks the database for rows or for its
schema. Exit code 3: a revision is opaque.</source>
        <translation>不需要数据库。“连接后可读”的版本会向数据库查询数据行或其结构。
退出码 3：有版本不透明。</translation>
    </message>
    <message>
        <source>Print the SQL of revisions, each by itself, up and down</source>
        <translation>逐个输出版本的 SQL，包括升级和降级</translation>
    </message>
    <message>
        <source>Print all revisions</source>
        <translation>输出所有版本</translation>
    </message>
    <message>
        <source>Needs no database. A revision that cannot be rendered shows the reason in its place.
Exit code 3: there was one.</source>
        <translation>不需要数据库。无法生成 SQL 的版本会在其位置显示原因。
退出码 3：存在这样的版本。</translation>
    </message>
    <message>
        <source>Say which revisions to print, or --each for all of them.</source>
        <translation>请指明要输出的版本，或用 --each 输出全部。</translation>
    </message>
    <message>
        <source>stillroom-cli render --help says more.</source>
        <translation>stillroom-cli render --help 有更多说明。</translation>
    </message>
    <message>
        <source>A word for the scripts: context.get_tag_argument()</source>
        <translation>传给脚本的标记：context.get_tag_argument()</translation>
    </message>
    <message>
        <source>%1: %2 rows, in %3</source>
        <translation>%1：%2 行，在 %3 中</translation>
    </message>
    <message>
        <source>Back up a database, or some of its tables</source>
        <translation>备份数据库，或其中的一些表</translation>
    </message>
    <message>
        <source>The file to make; it must not exist</source>
        <translation>要生成的文件；不得已存在</translation>
    </message>
    <message>
        <source>Copy these tables beside themselves instead, as T1_backup_DATE_TIME</source>
        <translation>改为在数据库内复制这些表，命名为 T1_backup_DATE_TIME</translation>
    </message>
    <message>
        <source>SQLite: a database file, beside the database unless --to says otherwise.
PostgreSQL: pg_dump&apos;s custom format, in ~/.local/share/stillroom/backups.
&quot;stillroom-cli restore&quot; brings it back.</source>
        <translation>SQLite：一个数据库文件，除非 --to 另有指定，否则放在数据库旁边。
PostgreSQL：pg_dump 的 custom 格式，放在 ~/.local/share/stillroom/backups。
“stillroom-cli restore”可将其恢复。</translation>
    </message>
    <message>
        <source>No table is named.</source>
        <translation>没有指定表。</translation>
    </message>
    <message>
        <source>Write, for example, --tables users,orders.</source>
        <translation>例如写作 --tables users,orders。</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>nobody saw its end</source>
        <translation>未见其结束</translation>
    </message>
    <message>
        <source>; failed: %1</source>
        <translation>；失败：%1</translation>
    </message>
    <message>
        <source>steps: %1</source>
        <translation>步骤：%1</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>what</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>by</source>
        <translation>执行者</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>took</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>rows before</source>
        <translation>之前的版本行</translation>
    </message>
    <message>
        <source>rows after</source>
        <translation>之后的版本行</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>%1 of %2 committed</source>
        <translation>已提交 %1 / %2</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Statements that were too many to keep: %1</source>
        <translation>因过多而未保存的语句：%1</translation>
    </message>
    <message>
        <source>%1 is not the number of %2.</source>
        <translation>%1 不是%2的数目。</translation>
    </message>
    <message>
        <source>Write a number from 1.</source>
        <translation>请写一个从 1 开始的数字。</translation>
    </message>
    <message>
        <source>The journal has no such run.</source>
        <translation>日志中没有这样的运行。</translation>
    </message>
    <message>
        <source>The journal has no such run of %1; --all shows those of all projects.</source>
        <translation>日志中没有 %1 的这类运行；--all 显示所有项目的运行。</translation>
    </message>
    <message>
        <source>Show what was done to databases, when, by whom and how it ended</source>
        <translation>显示对数据库做了什么、何时、由谁以及结果如何</translation>
    </message>
    <message>
        <source>The number of a run, to see its statements</source>
        <translation>运行的编号，用于查看其语句</translation>
    </message>
    <message>
        <source>Only the newest (default: 20)</source>
        <translation>只显示最新的若干条（默认：20）</translation>
    </message>
    <message>
        <source>Only runs that failed or did not end</source>
        <translation>只显示失败或未结束的运行</translation>
    </message>
    <message>
        <source>Of another project</source>
        <translation>另一个项目的</translation>
    </message>
    <message>
        <source>Of every project</source>
        <translation>所有项目的</translation>
    </message>
    <message>
        <source>The journal is ~/.local/share/stillroom/journal.sqlite3. It has the runs of this user,
without passwords; the newest 2,000 are kept, and at most 64 MiB.</source>
        <translation>日志位于 ~/.local/share/stillroom/journal.sqlite3，记录此用户的运行，
不含密码；保留最新的 2000 条，且至多 64 MiB。</translation>
    </message>
    <message>
        <source>a run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>%1: %2 rows, from %3</source>
        <translation>%1：%2 行，来自 %3</translation>
    </message>
    <message>
        <source>What was there before is in %1.</source>
        <translation>之前的内容保存在 %1 中。</translation>
    </message>
    <message>
        <source>Not in the backup, and left as they are: %1</source>
        <translation>不在备份中、保持原样：%1</translation>
    </message>
    <message>
        <source>Bring back what &quot;backup&quot; made</source>
        <translation>恢复“backup”所做的备份</translation>
    </message>
    <message>
        <source>A backup of the whole database</source>
        <translation>整个数据库的备份</translation>
    </message>
    <message>
        <source>The rows of these copies instead, back into their tables</source>
        <translation>改为把这些副本中的行放回原表</translation>
    </message>
    <message>
        <source>Says what is there and what it becomes, and asks. A file is checked first, and what is
there is backed up; then all of it is replaced, or nothing. On PostgreSQL tables that
the backup does not have stay, and are named.</source>
        <translation>先说明现有内容和将变成的内容，然后询问。先检查文件，并备份现有内容；
之后要么全部替换，要么什么都不改。在 PostgreSQL 上，备份中没有的表
会保留并被列出。</translation>
    </message>
    <message>
        <source>Name either a file or copies of tables.</source>
        <translation>请指定一个文件，或表的副本，二者取一。</translation>
    </message>
    <message>
        <source>&quot;stillroom-cli log&quot; says where backups are.</source>
        <translation>“stillroom-cli log”会说明备份在哪里。</translation>
    </message>
    <message>
        <source>Back the database up before the first step</source>
        <translation>在第一步之前备份数据库</translation>
    </message>
    <message>
        <source>Write each step into the table stillroom_journal, too</source>
        <translation>同时把每一步写入表 stillroom_journal</translation>
    </message>
    <message>
        <source>Backup: %1</source>
        <translation>备份：%1</translation>
    </message>
</context>
<context>
    <name>Migrations</name>
    <message>
        <source>There is no table %1.</source>
        <translation>没有表 %1。</translation>
    </message>
    <message>
        <source>The table %1 already exists.</source>
        <translation>表 %1 已存在。</translation>
    </message>
    <message>
        <source>The index %1 already exists.</source>
        <translation>索引 %1 已存在。</translation>
    </message>
    <message>
        <source>There is no index %1.</source>
        <translation>没有索引 %1。</translation>
    </message>
    <message>
        <source>The type %1 already exists.</source>
        <translation>类型 %1 已存在。</translation>
    </message>
    <message>
        <source>There is no type %1.</source>
        <translation>没有类型 %1。</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>unique constraint</source>
        <translation>唯一约束</translation>
    </message>
    <message>
        <source>foreign key</source>
        <translation>外键</translation>
    </message>
    <message>
        <source>check constraint</source>
        <translation>检查约束</translation>
    </message>
    <message>
        <source>exclusion constraint</source>
        <translation>排他约束</translation>
    </message>
    <message>
        <source>type %1</source>
        <translation>类型 %1</translation>
    </message>
    <message>
        <source>nullable</source>
        <translation>允许空值</translation>
    </message>
    <message>
        <source>not null</source>
        <translation>不允许空值</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>no default</source>
        <translation>无默认值</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>标识列</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>new name %1</source>
        <translation>新名称 %1</translation>
    </message>
    <message>
        <source>create table %1</source>
        <translation>创建表 %1</translation>
    </message>
    <message>
        <source>drop table %1</source>
        <translation>删除表 %1</translation>
    </message>
    <message>
        <source>rename table %1 to %2</source>
        <translation>将表 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>comment on table %1</source>
        <translation>表 %1 的注释</translation>
    </message>
    <message>
        <source>drop the comment of table %1</source>
        <translation>删除表 %1 的注释</translation>
    </message>
    <message>
        <source>add column %1 to %2</source>
        <translation>向 %2 添加列 %1</translation>
    </message>
    <message>
        <source>drop column %1 of %2</source>
        <translation>从 %2 删除列 %1</translation>
    </message>
    <message>
        <source>alter column %1 of %2: %3</source>
        <translation>修改 %2 的列 %1：%3</translation>
    </message>
    <message>
        <source>create a unique index on %1</source>
        <translation>在 %1 上创建唯一索引</translation>
    </message>
    <message>
        <source>create an index on %1</source>
        <translation>在 %1 上创建索引</translation>
    </message>
    <message>
        <source>create unique index %1 on %2</source>
        <translation>在 %2 上创建唯一索引 %1</translation>
    </message>
    <message>
        <source>create index %1 on %2</source>
        <translation>在 %2 上创建索引 %1</translation>
    </message>
    <message>
        <source>drop index %1</source>
        <translation>删除索引 %1</translation>
    </message>
    <message>
        <source>drop index %1 on %2</source>
        <translation>删除 %2 上的索引 %1</translation>
    </message>
    <message>
        <source>add %1 to %2</source>
        <translation>向 %2 添加%1</translation>
    </message>
    <message>
        <source>add %1 %2 to %3</source>
        <translation>向 %3 添加%1 %2</translation>
    </message>
    <message>
        <source>drop constraint %1 on %2</source>
        <translation>删除 %2 上的约束 %1</translation>
    </message>
    <message numerus="yes">
        <source>insert %n row(s) into %1</source>
        <translation>
            <numerusform>向 %1 插入 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>create enum type %1</source>
        <translation>创建枚举类型 %1</translation>
    </message>
    <message>
        <source>drop enum type %1</source>
        <translation>删除枚举类型 %1</translation>
    </message>
    <message>
        <source>create sequence %1</source>
        <translation>创建序列 %1</translation>
    </message>
    <message>
        <source>drop sequence %1</source>
        <translation>删除序列 %1</translation>
    </message>
    <message>
        <source>create schema %1</source>
        <translation>创建模式 %1</translation>
    </message>
    <message>
        <source>drop schema %1</source>
        <translation>删除模式 %1</translation>
    </message>
    <message>
        <source>The table %1 has no column %2.</source>
        <translation>表 %1 没有列 %2。</translation>
    </message>
    <message>
        <source>The table %1 already has a column %2.</source>
        <translation>表 %1 已有列 %2。</translation>
    </message>
    <message>
        <source>The table %1 already has a constraint %2.</source>
        <translation>表 %1 已有约束 %2。</translation>
    </message>
    <message>
        <source>The table %1 already has a primary key.</source>
        <translation>表 %1 已有主键。</translation>
    </message>
    <message>
        <source>The table %1 has no constraint %2.</source>
        <translation>表 %1 没有约束 %2。</translation>
    </message>
    <message>
        <source>Put the change into op.batch_alter_table(), which rebuilds the table.</source>
        <translation>请把此更改放入 op.batch_alter_table()，它会重建该表。</translation>
    </message>
    <message>
        <source>The type %1 is not known.</source>
        <translation>未知的类型 %1。</translation>
    </message>
    <message>
        <source>Say in stillroom.toml, under [types], what it is in SQLAlchemy&apos;s words.</source>
        <translation>请在 stillroom.toml 的 [types] 下用 SQLAlchemy 的写法说明它。</translation>
    </message>
    <message>
        <source>Give the column a type that this database has.</source>
        <translation>请给该列一个此数据库具有的类型。</translation>
    </message>
    <message>
        <source>Such a value can only be sent to a database, not be printed.</source>
        <translation>这样的值只能发送给数据库，无法输出为文本。</translation>
    </message>
    <message>
        <source>Break the circle %1 at the down_revision or depends_on that is wrong.</source>
        <translation>请在有误的 down_revision 或 depends_on 处断开循环 %1。</translation>
    </message>
    <message>
        <source>Give one of the two revisions another id.</source>
        <translation>请给这两个版本之一另一个标识。</translation>
    </message>
    <message>
        <source>Give this revision, or the one in %1, another id.</source>
        <translation>请给此版本或 %1 中的版本另一个标识。</translation>
    </message>
    <message>
        <source>Rename the revision, also where other revisions name it.</source>
        <translation>请重命名该版本，包括其他版本提到它的地方。</translation>
    </message>
    <message>
        <source>Choose another branch label.</source>
        <translation>请另选一个分支标签。</translation>
    </message>
    <message>
        <source>Get the file of the missing revision, or correct down_revision.</source>
        <translation>请取得缺失版本的文件，或更正 down_revision。</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>您是指 %1 吗？</translation>
    </message>
    <message>
        <source>A revision cannot be its own down_revision.</source>
        <translation>版本不能以自身为 down_revision。</translation>
    </message>
    <message>
        <source>depends_on takes a whole revision id or a branch label.</source>
        <translation>depends_on 须为完整的版本标识或分支标签。</translation>
    </message>
    <message>
        <source>A revision cannot depend on itself.</source>
        <translation>版本不能依赖自身。</translation>
    </message>
    <message>
        <source>Revision %1 is not a member of branch &apos;%2&apos;.</source>
        <translation>版本 %1 不属于分支“%2”。</translation>
    </message>
    <message>
        <source>Several names begin with it: %1. Write more of it.</source>
        <translation>有多个名称以此开头：%1。请写得更完整。</translation>
    </message>
    <message>
        <source>The heads are %1. Merge them, or name one.</source>
        <translation>现有的 head 为 %1。请合并它们，或指明其一。</translation>
    </message>
    <message>
        <source>The script calls functions more than %1 deep.</source>
        <translation>脚本的函数调用深度超过 %1。</translation>
    </message>
    <message>
        <source>Stillroom does not read this: %1</source>
        <translation>Stillroom 无法解读：%1</translation>
    </message>
    <message>
        <source>Nothing of this revision was kept. Write the step in a supported way, or apply this revision with Alembic; both keep the same version table.</source>
        <translation>此版本的内容均未保留。请改用受支持的写法，或用 Alembic 应用此版本；两者使用同一个版本表。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The script takes more than %1 steps; it may never end.</source>
        <translation>脚本的执行步数超过 %1，可能永不结束。</translation>
    </message>
    <message>
        <source>The script was evaluated for more than %1 seconds.</source>
        <translation>脚本求值超过 %1 秒。</translation>
    </message>
    <message>
        <source>The script makes more than %1 MB of values.</source>
        <translation>脚本产生的值超过 %1 MB。</translation>
    </message>
    <message>
        <source>The script uses %1, which comes from outside what Stillroom reads (imported in line %2).</source>
        <translation>脚本使用了 %1，它来自 Stillroom 读取范围之外（在第 %2 行导入）。</translation>
    </message>
    <message>
        <source>Correct the script; nothing of it was evaluated.</source>
        <translation>请更正脚本；其中的内容均未求值。</translation>
    </message>
    <message>
        <source>this is not Python</source>
        <translation>这不是 Python</translation>
    </message>
    <message>
        <source>too deeply nested</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>%1 is not a literal, so it cannot be read without running the script.</source>
        <translation>%1 不是字面量，不运行脚本就无法读取。</translation>
    </message>
    <message>
        <source>Write the revision id itself: a string, None, or a tuple of strings.</source>
        <translation>请直接写出版本标识：字符串、None 或字符串元组。</translation>
    </message>
    <message>
        <source>Add `revision = &quot;…&quot;` to the file, or move it out of the versions folder.</source>
        <translation>请在文件中添加 `revision = &quot;…&quot;`，或将其移出版本文件夹。</translation>
    </message>
    <message>
        <source>The script has no down_revision, so its place is not known.</source>
        <translation>脚本没有 down_revision，因此不知道它的位置。</translation>
    </message>
    <message>
        <source>Add `down_revision = None` for a first revision, or the id of the one before.</source>
        <translation>首个版本请添加 `down_revision = None`，否则填写前一个版本的标识。</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>无法读取文件：%1</translation>
    </message>
    <message>
        <source>Check that the file exists and that you may read it.</source>
        <translation>请检查文件是否存在，以及您是否有权读取。</translation>
    </message>
    <message>
        <source>Move it out of the versions folder.</source>
        <translation>请将其移出版本文件夹。</translation>
    </message>
    <message>
        <source>The folder of revisions does not exist: %1</source>
        <translation>版本文件夹不存在：%1</translation>
    </message>
    <message>
        <source>Create it, or correct version_locations in the configuration.</source>
        <translation>请创建它，或更正配置中的 version_locations。</translation>
    </message>
    <message>
        <source>The script reads rows of data here, and there is no database to read them from.</source>
        <translation>脚本在此读取数据行，但没有可供读取的数据库。</translation>
    </message>
    <message>
        <source>Connect to the database, then preview or apply from there.</source>
        <translation>请连接数据库，然后再预览或应用。</translation>
    </message>
    <message>
        <source>The script has no function %1().</source>
        <translation>脚本没有函数 %1()。</translation>
    </message>
    <message>
        <source>Add it; an empty one is `def %1(): pass`.</source>
        <translation>请添加它；空函数写作 `def %1(): pass`。</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;, which is not a number.</source>
        <translation>%1 为“%2”，不是数字。</translation>
    </message>
    <message>
        <source>Write a number, such as %1.</source>
        <translation>请写一个数字，例如 %1。</translation>
    </message>
    <message>
        <source>Write one of these words.</source>
        <translation>请写这些词之一。</translation>
    </message>
    <message>
        <source>Add a section [%1] with a script_location.</source>
        <translation>请添加含有 script_location 的节 [%1]。</translation>
    </message>
    <message>
        <source>Sections with a script_location: %1.</source>
        <translation>含有 script_location 的节：%1。</translation>
    </message>
    <message>
        <source>Write &quot;script_location = %1&quot; in section [%2].</source>
        <translation>请在节 [%2] 中写入“script_location = %1”。</translation>
    </message>
    <message>
        <source>Correct script_location, or restore the folder.</source>
        <translation>请更正 script_location，或恢复该文件夹。</translation>
    </message>
    <message>
        <source>This is not UTF-8 text.</source>
        <translation>这不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>请将文件保存为 UTF-8。</translation>
    </message>
    <message>
        <source>The file has no section header before this line.</source>
        <translation>此行之前没有节标题。</translation>
    </message>
    <message>
        <source>Put [alembic] above it.</source>
        <translation>请在其上方写入 [alembic]。</translation>
    </message>
    <message>
        <source>The section [%1] is there twice; first in line %2.</source>
        <translation>节 [%1] 出现了两次；首次在第 %2 行。</translation>
    </message>
    <message>
        <source>Merge the two sections.</source>
        <translation>请合并这两个节。</translation>
    </message>
    <message>
        <source>This line is neither a section header nor an option.</source>
        <translation>此行既不是节标题，也不是选项。</translation>
    </message>
    <message>
        <source>Write &quot;key = value&quot;, or indent the line when it continues the one above.</source>
        <translation>请写成“key = value”；若接续上一行，请缩进。</translation>
    </message>
    <message>
        <source>The option &quot;%1&quot; is in section [%2] twice.</source>
        <translation>选项“%1”在节 [%2] 中出现了两次。</translation>
    </message>
    <message>
        <source>Remove one of the two.</source>
        <translation>请删除其中之一。</translation>
    </message>
    <message>
        <source>Write %% for a percent sign.</source>
        <translation>百分号请写作 %%。</translation>
    </message>
    <message>
        <source>The option &quot;%1&quot; refers to other options more than %2 levels deep.</source>
        <translation>选项“%1”对其他选项的引用超过 %2 层。</translation>
    </message>
    <message>
        <source>Check whether its options refer to each other in a circle.</source>
        <translation>请检查选项之间是否循环引用。</translation>
    </message>
    <message>
        <source>&quot;%&quot; must be followed by &quot;%&quot; or &quot;(&quot;: %1</source>
        <translation>“%”之后必须是“%”或“(”：%1</translation>
    </message>
    <message>
        <source>Not a reference to an option: %1</source>
        <translation>不是对选项的引用：%1</translation>
    </message>
    <message>
        <source>The option &quot;%1&quot; refers to &quot;%2&quot;, which neither [%3] nor [DEFAULT] has.</source>
        <translation>选项“%1”引用了“%2”，但 [%3] 和 [DEFAULT] 中都没有它。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>Check the permissions of the file.</source>
        <translation>请检查文件的权限。</translation>
    </message>
    <message>
        <source>There is no alembic.ini in %1.</source>
        <translation>%1 中没有 alembic.ini。</translation>
    </message>
    <message>
        <source>Open a folder that has one, or make a new project with &quot;alembic init&quot;.</source>
        <translation>请打开含有该文件的文件夹，或用“alembic init”新建项目。</translation>
    </message>
    <message>
        <source>There is one in %1.</source>
        <translation>%1 中有一个。</translation>
    </message>
    <message>
        <source>There is no file or folder %1.</source>
        <translation>没有文件或文件夹 %1。</translation>
    </message>
    <message>
        <source>Name an alembic.ini, or a folder that has one.</source>
        <translation>请指明 alembic.ini，或含有它的文件夹。</translation>
    </message>
    <message>
        <source>The folder of revisions is not there: %1.</source>
        <translation>版本文件夹不存在：%1。</translation>
    </message>
    <message>
        <source>Make the folder, or correct version_locations.</source>
        <translation>请创建该文件夹，或更正 version_locations。</translation>
    </message>
    <message>
        <source>The project does not say which database to use.</source>
        <translation>项目没有说明使用哪个数据库。</translation>
    </message>
    <message>
        <source>Give a URL, or write sqlalchemy.url in section [%1].</source>
        <translation>请给出 URL，或在节 [%1] 中写入 sqlalchemy.url。</translation>
    </message>
    <message>
        <source>A string or name that starts here does not end.</source>
        <translation>从此处开始的字符串或名称没有结束。</translation>
    </message>
    <message>
        <source>There is no SQL dialect %1.</source>
        <translation>没有 SQL 方言 %1。</translation>
    </message>
    <message>
        <source>The revision has no section &quot;%1&quot; for %2.</source>
        <translation>该版本没有适用于 %2 的“%1”部分。</translation>
    </message>
    <message>
        <source>Add the section; an empty one does nothing.</source>
        <translation>请添加该部分；留空则不做任何事。</translation>
    </message>
    <message>
        <source>The script reads rows of data after earlier statements of this plan would have changed the database.</source>
        <translation>在此计划较早的语句本应更改数据库之后，脚本读取了数据行。</translation>
    </message>
    <message>
        <source>Preview one step at a time, or apply the steps up to there first.</source>
        <translation>请逐步预览，或先应用到此为止的步骤。</translation>
    </message>
    <message>
        <source>Bring the revision&apos;s file back into the versions folder.</source>
        <translation>请将该版本的文件放回版本文件夹。</translation>
    </message>
    <message>
        <source>The script looks at the schema, and revision %1 before it cannot be evaluated without a database: %2</source>
        <translation>脚本要查看结构，而它之前的版本 %1 没有数据库就无法求值：%2</translation>
    </message>
    <message>
        <source>version row</source>
        <translation>版本行</translation>
    </message>
    <message>
        <source>version table</source>
        <translation>版本表</translation>
    </message>
    <message>
        <source>Apply the steps up to there first, then preview the rest with a connection.</source>
        <translation>请先应用到此为止的步骤，再连接数据库预览其余部分。</translation>
    </message>
    <message>
        <source>Qt&apos;s database driver %1 is not installed.</source>
        <translation>未安装 Qt 的数据库驱动 %1。</translation>
    </message>
    <message>
        <source>Install the package libqt6sql6-psql or libqt6sql6-sqlite.</source>
        <translation>请安装软件包 libqt6sql6-psql 或 libqt6sql6-sqlite。</translation>
    </message>
    <message>
        <source>The statement contains a NUL character.</source>
        <translation>语句中含有 NUL 字符。</translation>
    </message>
    <message>
        <source>Remove the character; no database accepts it in a statement.</source>
        <translation>请删除该字符；没有数据库接受语句中含有它。</translation>
    </message>
    <message>
        <source>The connection to the database is lost.</source>
        <translation>与数据库的连接已断开。</translation>
    </message>
    <message>
        <source>Connect again; what was not committed is undone.</source>
        <translation>请重新连接；未提交的内容已撤销。</translation>
    </message>
    <message>
        <source>The placeholder :%1 has no value.</source>
        <translation>占位符 :%1 没有值。</translation>
    </message>
    <message>
        <source>Placeholder number %1 has no value.</source>
        <translation>第 %1 个占位符没有值。</translation>
    </message>
    <message>
        <source>Give a value for each placeholder, or write the text between quotes.</source>
        <translation>请为每个占位符给出值，或将文本写在引号之间。</translation>
    </message>
    <message>
        <source>A statement on SQLite cannot be stopped.</source>
        <translation>SQLite 上的语句无法中止。</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>请等待其完成。</translation>
    </message>
    <message>
        <source>Write postgresql://user@host:port/database, sqlite:///relative.db or sqlite:////absolute.db.</source>
        <translation>请写成 postgresql://user@host:port/database、sqlite:///relative.db 或 sqlite:////absolute.db。</translation>
    </message>
    <message>
        <source>This is not a database URL.</source>
        <translation>这不是数据库 URL。</translation>
    </message>
    <message>
        <source>Stillroom does not know the database dialect “%1”.</source>
        <translation>Stillroom 不认识数据库方言“%1”。</translation>
    </message>
    <message>
        <source>The user, password or host in the database URL is not readable.</source>
        <translation>无法解读数据库 URL 中的用户、密码或主机。</translation>
    </message>
    <message>
        <source>Write characters such as @ : / in the user and password percent-encoded: %40 %3A %2F.</source>
        <translation>用户和密码中的 @ : / 等字符请用百分号编码：%40 %3A %2F。</translation>
    </message>
    <message>
        <source>The port in the database URL is not a port.</source>
        <translation>数据库 URL 中的端口无效。</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535; PostgreSQL&apos;s own is 5432.</source>
        <translation>端口是 1 到 65535 之间的数字；PostgreSQL 默认为 5432。</translation>
    </message>
    <message>
        <source>The SQLite URL has no path: two slashes are followed by a host.</source>
        <translation>SQLite 的 URL 没有路径：两个斜杠之后是主机。</translation>
    </message>
    <message>
        <source>Write three slashes before a relative path and four before an absolute one: sqlite:///%1</source>
        <translation>相对路径前请写三个斜杠，绝对路径前写四个：sqlite:///%1</translation>
    </message>
    <message>
        <source>The URL&apos;s option “%1” contains a semicolon.</source>
        <translation>URL 的选项“%1”含有分号。</translation>
    </message>
    <message>
        <source>Set it in the environment or in pg_service.conf instead.</source>
        <translation>请改在环境变量或 pg_service.conf 中设置。</translation>
    </message>
    <message>
        <source>COPY from or to the client is not possible here.</source>
        <translation>此处不能使用客户端的 COPY。</translation>
    </message>
    <message>
        <source>Use INSERT, or COPY with a file on the server, or run this part with psql.</source>
        <translation>请使用 INSERT，或服务器上文件的 COPY，或用 psql 运行这一部分。</translation>
    </message>
    <message>
        <source>PostgreSQL takes no bound values in this statement.</source>
        <translation>PostgreSQL 的这种语句不接受绑定值。</translation>
    </message>
    <message>
        <source>Write the value itself into the statement; only SELECT, INSERT, UPDATE, DELETE, MERGE and VALUES have placeholders.</source>
        <translation>请将值直接写入语句；只有 SELECT、INSERT、UPDATE、DELETE、MERGE 和 VALUES 可用占位符。</translation>
    </message>
    <message>
        <source>Another session holds the table. pg_stat_activity and pg_blocking_pids() say which one; wait for it, end it, or raise lock_timeout.</source>
        <translation>另一个会话占用了该表。pg_stat_activity 和 pg_blocking_pids() 可查出是哪一个；请等待它、结束它，或调高 lock_timeout。</translation>
    </message>
    <message>
        <source>Two sessions waited for each other and the server ended this one. Roll back and run it again when the other is done.</source>
        <translation>两个会话互相等待，服务器结束了本会话。请回滚，待另一个完成后重新运行。</translation>
    </message>
    <message>
        <source>Another session changed the same rows. Roll back and run it again.</source>
        <translation>另一个会话更改了相同的行。请回滚后重新运行。</translation>
    </message>
    <message>
        <source>Somebody uses the object. pg_stat_activity says who; wait for them or end their sessions.</source>
        <translation>有人正在使用该对象。pg_stat_activity 可查出是谁；请等待或结束其会话。</translation>
    </message>
    <message>
        <source>The statement was stopped: by somebody, or by statement_timeout. Roll back; raise statement_timeout when it needs more time.</source>
        <translation>语句被中止：由他人，或由 statement_timeout。请回滚；若需更多时间，请调高 statement_timeout。</translation>
    </message>
    <message>
        <source>The server ended the session. What was not committed is undone; connect again.</source>
        <translation>服务器结束了会话。未提交的内容已撤销；请重新连接。</translation>
    </message>
    <message>
        <source>What was not committed is undone; check the server and the network, then connect again.</source>
        <translation>未提交的内容已撤销；请检查服务器和网络，然后重新连接。</translation>
    </message>
    <message>
        <source>The server has no free connection. Close some, or raise max_connections.</source>
        <translation>服务器没有空闲连接。请关闭一些，或调高 max_connections。</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full. Free some space there.</source>
        <translation>服务器的磁盘已满。请释放一些空间。</translation>
    </message>
    <message>
        <source>Connect as the owner of the object, or have the right granted to this role with GRANT.</source>
        <translation>请以该对象的所有者身份连接，或用 GRANT 授予此角色权限。</translation>
    </message>
    <message>
        <source>The transaction may only read. Open the database for writing; a standby never accepts writes.</source>
        <translation>该事务只能读取。请以可写方式打开数据库；备用服务器从不接受写入。</translation>
    </message>
    <message>
        <source>An earlier statement of this transaction failed. Roll back and begin again.</source>
        <translation>此事务中较早的语句失败了。请回滚后重新开始。</translation>
    </message>
    <message>
        <source>Run the statement outside of a transaction: in an autocommit_block(), or in a section that says transaction:false.</source>
        <translation>请在事务之外运行该语句：放入 autocommit_block()，或标有 transaction:false 的部分。</translation>
    </message>
    <message>
        <source>A new label of an enum type can be used after the transaction that added it is committed: add it in a revision of its own or in an autocommit_block().</source>
        <translation>枚举类型的新标签须在添加它的事务提交后才能使用：请在单独的版本或 autocommit_block() 中添加。</translation>
    </message>
    <message>
        <source>Say the type of the value with a cast, such as CAST(:name AS text).</source>
        <translation>请用类型转换说明值的类型，例如 CAST(:name AS text)。</translation>
    </message>
    <message>
        <source>It is there already: was this revision applied by hand? Compare the database with the revision, then stamp it or remove the object.</source>
        <translation>它已存在：此版本是否曾手动应用？请将数据库与版本比较，然后标记版本或删除该对象。</translation>
    </message>
    <message>
        <source>The column is there already: was this revision applied by hand? Compare the database with the revision, then stamp it.</source>
        <translation>该列已存在：此版本是否曾手动应用？请将数据库与版本比较，然后标记版本。</translation>
    </message>
    <message>
        <source>Check the name, the schema and search_path, and that the earlier revisions are applied.</source>
        <translation>请检查名称、模式和 search_path，以及较早的版本是否已应用。</translation>
    </message>
    <message>
        <source>Check the name and that the earlier revisions are applied.</source>
        <translation>请检查名称，以及较早的版本是否已应用。</translation>
    </message>
    <message>
        <source>Check the name and that the earlier revisions are applied; a type of an extension needs CREATE EXTENSION first.</source>
        <translation>请检查名称，以及较早的版本是否已应用；扩展的类型需先执行 CREATE EXTENSION。</translation>
    </message>
    <message>
        <source>Check the name and the types of the arguments; a function of an extension needs CREATE EXTENSION first.</source>
        <translation>请检查名称和参数类型；扩展的函数需先执行 CREATE EXTENSION。</translation>
    </message>
    <message>
        <source>Correct the statement where the mark is.</source>
        <translation>请更正标记处的语句。</translation>
    </message>
    <message>
        <source>Drop what depends on it first, or use CASCADE when all of it may go.</source>
        <translation>请先删除依赖它的对象；若都可删除，请使用 CASCADE。</translation>
    </message>
    <message>
        <source>Shorten the value or widen the column. alembic_version.version_num holds 32 characters unless it was widened.</source>
        <translation>请缩短值或加宽列。除非加宽过，alembic_version.version_num 只容纳 32 个字符。</translation>
    </message>
    <message>
        <source>Rows without a value are in the way: fill them first, or give the column a default.</source>
        <translation>存在没有值的行：请先填充，或给该列一个默认值。</translation>
    </message>
    <message>
        <source>Rows refer to something that is not there, or is about to go: correct these rows first.</source>
        <translation>有行引用了不存在或即将删除的内容：请先更正这些行。</translation>
    </message>
    <message>
        <source>Rows with the same key are in the way: correct these rows first.</source>
        <translation>存在键相同的行：请先更正这些行。</translation>
    </message>
    <message>
        <source>Rows break the constraint: correct these rows first.</source>
        <translation>有行违反约束：请先更正这些行。</translation>
    </message>
    <message>
        <source>Create the schema, or correct search_path.</source>
        <translation>请创建该模式，或更正 search_path。</translation>
    </message>
    <message>
        <source>Read the server&apos;s message, correct the statement and run it again.</source>
        <translation>请阅读服务器的消息，更正语句后重新运行。</translation>
    </message>
    <message>
        <source>Check the user and the password in the URL, in PGPASSWORD or in ~/.pgpass.</source>
        <translation>请检查 URL、PGPASSWORD 或 ~/.pgpass 中的用户和密码。</translation>
    </message>
    <message>
        <source>Give a password in the URL, in PGPASSWORD or in ~/.pgpass.</source>
        <translation>请在 URL、PGPASSWORD 或 ~/.pgpass 中给出密码。</translation>
    </message>
    <message>
        <source>The server lets this user in another way: look at pg_hba.conf on the server, or use another user.</source>
        <translation>服务器要求此用户以其他方式登录：请查看服务器上的 pg_hba.conf，或换用其他用户。</translation>
    </message>
    <message>
        <source>The server lets nobody in from here as this user: add a line to pg_hba.conf on the server, or use another user.</source>
        <translation>服务器不允许此用户从这里登录：请在服务器的 pg_hba.conf 中添加一行，或换用其他用户。</translation>
    </message>
    <message>
        <source>Have the right granted: GRANT CONNECT ON DATABASE … TO this role.</source>
        <translation>请授予权限：GRANT CONNECT ON DATABASE … TO 此角色。</translation>
    </message>
    <message>
        <source>Use another user, or have the right granted: ALTER ROLE … LOGIN.</source>
        <translation>请换用其他用户，或授予权限：ALTER ROLE … LOGIN。</translation>
    </message>
    <message>
        <source>Remove the option from the URL or correct it: only libpq&apos;s options are known.</source>
        <translation>请从 URL 中删除或更正该选项：只支持 libpq 的选项。</translation>
    </message>
    <message>
        <source>Correct the option sslmode of the URL: disable, allow, prefer, require, verify-ca or verify-full.</source>
        <translation>请更正 URL 的 sslmode 选项：disable、allow、prefer、require、verify-ca 或 verify-full。</translation>
    </message>
    <message>
        <source>Wait a moment and connect again.</source>
        <translation>请稍候再连接。</translation>
    </message>
    <message>
        <source>Check the host in the URL and this machine&apos;s name resolution.</source>
        <translation>请检查 URL 中的主机和本机的域名解析。</translation>
    </message>
    <message>
        <source>Nobody answers there: check the host, the port and the firewalls between.</source>
        <translation>对方没有应答：请检查主机、端口和中间的防火墙。</translation>
    </message>
    <message>
        <source>No server listens on this socket: check that it runs, and the folder and port in the URL.</source>
        <translation>没有服务器监听此套接字：请检查其是否运行，以及 URL 中的文件夹和端口。</translation>
    </message>
    <message>
        <source>Check that the server runs and that the host and port in the URL are right.</source>
        <translation>请检查服务器是否运行，以及 URL 中的主机和端口是否正确。</translation>
    </message>
    <message>
        <source>Check the user in the URL, or create the role on the server.</source>
        <translation>请检查 URL 中的用户，或在服务器上创建该角色。</translation>
    </message>
    <message>
        <source>Check the name, or create the database: createdb %1</source>
        <translation>请检查名称，或创建数据库：createdb %1</translation>
    </message>
    <message>
        <source>The connection is lost and what was not committed is undone: check the server, then connect again.</source>
        <translation>连接已断开，未提交的内容已撤销：请检查服务器，然后重新连接。</translation>
    </message>
    <message>
        <source>PostgreSQL cannot store a NUL character in a text.</source>
        <translation>PostgreSQL 的文本中不能存储 NUL 字符。</translation>
    </message>
    <message>
        <source>Remove the character, or store the value as bytes (bytea).</source>
        <translation>请删除该字符，或将值存为字节（bytea）。</translation>
    </message>
    <message>
        <source>A value of the type %1 cannot be sent.</source>
        <translation>无法发送类型为 %1 的值。</translation>
    </message>
    <message>
        <source>Convert it to a text, a number, bytes or a date first.</source>
        <translation>请先将其转换为文本、数字、字节或日期。</translation>
    </message>
    <message>
        <source>The folder %1 does not exist.</source>
        <translation>文件夹 %1 不存在。</translation>
    </message>
    <message>
        <source>Create the folder, or correct the path in the database URL.</source>
        <translation>请创建该文件夹，或更正数据库 URL 中的路径。</translation>
    </message>
    <message>
        <source>%1 is a folder, not a database file.</source>
        <translation>%1 是文件夹，不是数据库文件。</translation>
    </message>
    <message>
        <source>Name the file in that folder.</source>
        <translation>请指明该文件夹中的文件。</translation>
    </message>
    <message>
        <source>The file %1 does not exist.</source>
        <translation>文件 %1 不存在。</translation>
    </message>
    <message>
        <source>Correct the path in the database URL; a database that is opened for reading is not created.</source>
        <translation>请更正数据库 URL 中的路径；以只读方式打开时不会创建数据库。</translation>
    </message>
    <message>
        <source>The URL&apos;s option timeout is not a number of seconds.</source>
        <translation>URL 的 timeout 选项不是秒数。</translation>
    </message>
    <message>
        <source>Write, for example, timeout=5.</source>
        <translation>例如写成 timeout=5。</translation>
    </message>
    <message>
        <source>Another program or connection writes to the file, or keeps a transaction open: the application itself, a database browser, another migration. Let it finish or close it, then run this again.</source>
        <translation>另一个程序或连接正在写入该文件，或有未结束的事务：可能是应用本身、数据库浏览器或另一个迁移。请等其完成或将其关闭，然后重新运行。</translation>
    </message>
    <message>
        <source>A statement of this connection still uses the table. Let it finish, then run this again.</source>
        <translation>此连接的一条语句仍在使用该表。请等其完成，然后重新运行。</translation>
    </message>
    <message>
        <source>The file or its folder may only be read: open the database for writing, and check the owner and the rights of both.</source>
        <translation>该文件或其文件夹只能读取：请以可写方式打开数据库，并检查两者的所有者和权限。</translation>
    </message>
    <message>
        <source>Check the owner and the rights of the file and its folder.</source>
        <translation>请检查该文件及其文件夹的所有者和权限。</translation>
    </message>
    <message>
        <source>The statement was stopped; roll back.</source>
        <translation>语句被中止；请回滚。</translation>
    </message>
    <message>
        <source>The disk or the network drive failed. Check it before going on.</source>
        <translation>磁盘或网络驱动器发生故障。请先检查再继续。</translation>
    </message>
    <message>
        <source>The file is damaged. Make a copy of it, run PRAGMA integrity_check, and restore a backup.</source>
        <translation>文件已损坏。请制作副本，运行 PRAGMA integrity_check，并恢复备份。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space.</source>
        <translation>磁盘已满。请释放一些空间。</translation>
    </message>
    <message>
        <source>Check the path, and the owner and the rights of the file and its folder.</source>
        <translation>请检查路径，以及该文件及其文件夹的所有者和权限。</translation>
    </message>
    <message>
        <source>Choose a SQLite database file. An encrypted one cannot be opened.</source>
        <translation>请选择 SQLite 数据库文件。加密的文件无法打开。</translation>
    </message>
    <message>
        <source>Check the path in the database URL.</source>
        <translation>请检查数据库 URL 中的路径。</translation>
    </message>
    <message>
        <source>Read SQLite&apos;s message, correct the statement and run it again.</source>
        <translation>请阅读 SQLite 的消息，更正语句后重新运行。</translation>
    </message>
    <message>
        <source>SQLite takes one statement at a time, and this text has several.</source>
        <translation>SQLite 一次只接受一条语句，而此文本含有多条。</translation>
    </message>
    <message>
        <source>Split the text at the semicolons and send the statements one by one.</source>
        <translation>请在分号处拆分文本，逐条发送语句。</translation>
    </message>
    <message>
        <source>The statement has placeholders without values.</source>
        <translation>语句中有没有值的占位符。</translation>
    </message>
    <message>
        <source>Somebody else migrated this database in the meantime, or its version table was changed by hand. Roll back, look at where the database stands now, and plan again.</source>
        <translation>其间有人迁移了此数据库，或手动更改了版本表。请回滚，查看数据库目前所处的位置，然后重新计划。</translation>
    </message>
    <message>
        <source>Canceled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>base</source>
        <translation>base</translation>
    </message>
    <message>
        <source>Somebody else is migrating this database: it stands at %1 now, not at %2.</source>
        <translation>有人正在迁移此数据库：它现处于 %1，而非 %2。</translation>
    </message>
    <message>
        <source>Wait until that has ended, look where the database stands, and start again.</source>
        <translation>请等其结束，查看数据库所处的位置，然后重新开始。</translation>
    </message>
    <message>
        <source>Step %1 was rolled back; nothing was changed.</source>
        <translation>步骤 %1 已回滚；未做任何更改。</translation>
    </message>
    <message numerus="yes">
        <source>Step %1 was rolled back; %n step(s) before it are committed.</source>
        <translation>
            <numerusform>步骤 %1 已回滚；它之前的 %n 步已提交。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no connection to a database.</source>
        <translation>没有连接到数据库。</translation>
    </message>
    <message>
        <source>Connect first.</source>
        <translation>请先连接。</translation>
    </message>
    <message>
        <source>too many branches</source>
        <translation>分支过多</translation>
    </message>
    <message>
        <source>keyword argument repeated: %1</source>
        <translation>关键字参数重复：%1</translation>
    </message>
    <message>
        <source>positional argument follows keyword argument</source>
        <translation>位置参数出现在关键字参数之后</translation>
    </message>
    <message>
        <source>The script nests calls or data too deeply.</source>
        <translation>脚本的调用或数据嵌套过深。</translation>
    </message>
    <message>
        <source>leading zeros in decimal integer literals are not permitted</source>
        <translation>十进制整数不允许有前导零</translation>
    </message>
    <message>
        <source>cannot mix bytes and nonbytes literals</source>
        <translation>字节串与字符串字面量不能混用</translation>
    </message>
    <message>
        <source>%1 is never closed</source>
        <translation>%1 没有闭合</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>the script is too intricate to be read</source>
        <translation>脚本过于复杂，无法读取</translation>
    </message>
    <message>
        <source>Save the script as UTF-8.</source>
        <translation>请将脚本保存为 UTF-8。</translation>
    </message>
    <message>
        <source>the script contains a null byte</source>
        <translation>脚本中含有空字节</translation>
    </message>
    <message>
        <source>the script is not UTF-8</source>
        <translation>脚本不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>the encoding %1 is not known</source>
        <translation>不认识编码 %1</translation>
    </message>
    <message>
        <source>the script is not %1, which it declares</source>
        <translation>脚本并不是它所声明的 %1 编码</translation>
    </message>
    <message>
        <source>&apos;return&apos; outside function</source>
        <translation>“return”位于函数之外</translation>
    </message>
    <message>
        <source>&apos;%1&apos; outside loop</source>
        <translation>“%1”位于循环之外</translation>
    </message>
    <message>
        <source>The script asked &quot;%1&quot;, the answer was no, and it did nothing.</source>
        <translation>脚本询问“%1”，回答为否，它没有做任何事。</translation>
    </message>
    <message>
        <source>Answer yes to go on.</source>
        <translation>回答“是”以继续。</translation>
    </message>
    <message>
        <source>The database is at a revision that this project does not have. Get the file, for example from another branch of the repository. If the schema is that of a revision which is here, stamp the database with it: &quot;stamp --purge REVISION&quot;.</source>
        <translation>数据库所处的版本不在此项目中。请取得该文件，例如从代码仓库的另一个分支。若结构与此处的某个版本一致，请将数据库标记为该版本：“stamp --purge REVISION”。</translation>
    </message>
    <message>
        <source>Near to it are: %1.</source>
        <translation>与之相近的有：%1。</translation>
    </message>
    <message>
        <source>Take the file from version control, or delete it and write it again with &quot;stillroom-cli check --write&quot;.</source>
        <translation>请从版本控制中取回该文件，或将其删除并用“stillroom-cli check --write”重新写入。</translation>
    </message>
    <message>
        <source>This is no checksum of a revision.</source>
        <translation>这不是版本的校验和。</translation>
    </message>
    <message>
        <source>Revision %1 has two different checksums.</source>
        <translation>版本 %1 有两个不同的校验和。</translation>
    </message>
    <message>
        <source>Write a name of the time zone database, such as UTC or Europe/Berlin, or leave timezone empty.</source>
        <translation>请写时区数据库中的名称，例如 UTC 或 Europe/Berlin，或将 timezone 留空。</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
    <message>
        <source>Check the folder and the space on its disk. No file was changed.</source>
        <translation>请检查文件夹及其磁盘空间。未更改任何文件。</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>无法创建该文件夹</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>there is one of this name already</source>
        <translation>已有同名文件</translation>
    </message>
    <message>
        <source>Edit the file by hand. Nothing was written.</source>
        <translation>请手动编辑该文件。未写入任何内容。</translation>
    </message>
    <message>
        <source>The file has no %1.</source>
        <translation>文件中没有 %1。</translation>
    </message>
    <message>
        <source>The value of %1 is not a literal.</source>
        <translation>%1 的值不是字面量。</translation>
    </message>
    <message>
        <source>The file is no revision.</source>
        <translation>该文件不是版本文件。</translation>
    </message>
    <message>
        <source>The value cannot be written into this file.</source>
        <translation>无法将该值写入此文件。</translation>
    </message>
    <message>
        <source>The script has %1 MB, and its top level is not written plainly enough to be read in passing.</source>
        <translation>脚本有 %1 MB，且其顶层写法不够简单，无法快速读取。</translation>
    </message>
    <message>
        <source>Move the data into a file of its own, or into the function upgrade().</source>
        <translation>请将数据移到单独的文件或函数 upgrade() 中。</translation>
    </message>
    <message>
        <source>The file has more than %1 MB, which is no revision.</source>
        <translation>文件超过 %1 MB，不可能是版本文件。</translation>
    </message>
    <message>
        <source>The folder of revisions cannot be read: %1</source>
        <translation>无法读取版本文件夹：%1</translation>
    </message>
    <message>
        <source>Check that you may read it.</source>
        <translation>请检查您是否有权读取。</translation>
    </message>
    <message>
        <source>file_template is &quot;%1&quot;, which makes no file name: %2</source>
        <translation>file_template 为“%1”，无法由此得到文件名：%2</translation>
    </message>
    <message>
        <source>Use %(rev)s, %(slug)s, %(epoch)s, %(year)d, %(month).2d, %(day).2d, %(hour).2d, %(minute).2d and %(second).2d.</source>
        <translation>请使用 %(rev)s、%(slug)s、%(epoch)s、%(year)d、%(month).2d、%(day).2d、%(hour).2d、%(minute).2d 和 %(second).2d。</translation>
    </message>
    <message>
        <source>Use letters, digits and underscores.</source>
        <translation>请使用字母、数字和下划线。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a revision identifier.</source>
        <translation>“%1”不能用作版本标识。</translation>
    </message>
    <message>
        <source>%1 is not a file in the folder</source>
        <translation>%1 不是该文件夹中的文件</translation>
    </message>
    <message>
        <source>The file of revision %1 changed on disk since it was opened.</source>
        <translation>版本 %1 的文件在打开后已在磁盘上更改。</translation>
    </message>
    <message>
        <source>Read the project again.</source>
        <translation>请重新读取项目。</translation>
    </message>
    <message>
        <source>The template cannot be used: %1</source>
        <translation>无法使用模板：%1</translation>
    </message>
    <message>
        <source>Write it as Alembic&apos;s own script.py.mako does. Nothing was written.</source>
        <translation>请按 Alembic 自带的 script.py.mako 编写。未写入任何内容。</translation>
    </message>
    <message>
        <source>This is a pipe, a socket or a device, and no file.</source>
        <translation>这是管道、套接字或设备，不是文件。</translation>
    </message>
    <message>
        <source>Write the script otherwise, or squash a range without it. Nothing was changed.</source>
        <translation>请改用其他写法，或压缩不含该脚本的范围。未做任何更改。</translation>
    </message>
    <message>
        <source>The script cannot be read.</source>
        <translation>无法读取脚本。</translation>
    </message>
    <message>
        <source>%1() takes arguments: the project has several databases.</source>
        <translation>%1() 带有参数：项目有多个数据库。</translation>
    </message>
    <message>
        <source>The script has no function upgrade().</source>
        <translation>脚本没有函数 upgrade()。</translation>
    </message>
    <message>
        <source>&quot;import *&quot; does not work inside of a function.</source>
        <translation>“import *”不能用于函数内部。</translation>
    </message>
    <message>
        <source>&quot;global&quot; would mean the new file.</source>
        <translation>“global”将会指向新文件。</translation>
    </message>
    <message>
        <source>%1() would mean the new file.</source>
        <translation>%1() 将会指向新文件。</translation>
    </message>
    <message>
        <source>The range has .py and .sql revisions, which do not go into one file.</source>
        <translation>该范围既有 .py 版本又有 .sql 版本，无法放入同一个文件。</translation>
    </message>
    <message>
        <source>the control line &quot;% %1&quot; has no end</source>
        <translation>控制行“% %1”没有结束</translation>
    </message>
    <message>
        <source>Add a line &quot;% end%1&quot;.</source>
        <translation>请添加一行“% end%1”。</translation>
    </message>
    <message>
        <source>the tag &lt;%%1&gt; is not understood</source>
        <translation>无法解读标签 &lt;%%1&gt;</translation>
    </message>
    <message>
        <source>${ has no }</source>
        <translation>${ 缺少 }</translation>
    </message>
    <message>
        <source>Add the }.</source>
        <translation>请添加 }。</translation>
    </message>
    <message>
        <source>the filter %1 is not understood</source>
        <translation>无法解读过滤器 %1</translation>
    </message>
    <message>
        <source>&quot;% %1&quot; is no control line</source>
        <translation>“% %1”不是控制行</translation>
    </message>
    <message>
        <source>the control line &quot;% %1&quot; does not belong here</source>
        <translation>控制行“% %1”不应出现在此处</translation>
    </message>
    <message>
        <source>&lt;% has no %&gt;</source>
        <translation>&lt;% 缺少 %&gt;</translation>
    </message>
    <message>
        <source>Add the %&gt;.</source>
        <translation>请添加 %&gt;。</translation>
    </message>
    <message>
        <source>The template cannot be used: %1.</source>
        <translation>无法使用模板：%1。</translation>
    </message>
    <message>
        <source>A template cannot ask questions.</source>
        <translation>模板不能提问。</translation>
    </message>
    <message>
        <source>Take input() out of the template.</source>
        <translation>请从模板中删除 input()。</translation>
    </message>
    <message>
        <source>When it is applied, Stillroom asks whether to widen the column.</source>
        <translation>应用时，Stillroom 会询问是否加宽该列。</translation>
    </message>
    <message>
        <source>Run this before: %1;</source>
        <translation>请先运行：%1;</translation>
    </message>
    <message>
        <source>Leave one of them out: what is purged is known only with a connection.</source>
        <translation>请去掉其中之一：只有连接数据库才能知道要清除什么。</translation>
    </message>
    <message>
        <source>version rows</source>
        <translation>版本行</translation>
    </message>
    <message>
        <source>The revision id %1 has %2 characters, and the column version_num of %3 takes %4.</source>
        <translation>版本标识 %1 有 %2 个字符，而 %3 的列 version_num 只容纳 %4 个。</translation>
    </message>
    <message>
        <source>Widen the column to %1 characters? (yes/no): </source>
        <translation>将该列加宽到 %1 个字符？(yes/no): </translation>
    </message>
    <message>
        <source>Agree to widen the column, run &quot;%1&quot; yourself, or give the revision a shorter id.</source>
        <translation>请同意加宽该列，或自行运行“%1”，或给该版本一个较短的标识。</translation>
    </message>
    <message>
        <source>Somebody else has migrated this database in the meantime.</source>
        <translation>其间有人迁移了此数据库。</translation>
    </message>
    <message>
        <source>Look where the database stands, and start again.</source>
        <translation>请查看数据库所处的位置，然后重新开始。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未做任何更改。</translation>
    </message>
    <message>
        <source>There is a file of this name already.</source>
        <translation>已有同名文件。</translation>
    </message>
    <message>
        <source>Choose another id or message.</source>
        <translation>请另选一个标识或消息。</translation>
    </message>
    <message>
        <source>Name each revision once.</source>
        <translation>每个版本请只写一次。</translation>
    </message>
    <message>
        <source>The new revision might have to follow the one in this file. Nothing was written.</source>
        <translation>新版本可能须接在此文件中的版本之后。未写入任何内容。</translation>
    </message>
    <message>
        <source>Repair the file, or name the revision to follow by its id.</source>
        <translation>请修复该文件，或用标识指明所接续的版本。</translation>
    </message>
    <message>
        <source>The heads are %1.</source>
        <translation>现有的 head 为 %1。</translation>
    </message>
    <message>
        <source>The locations are %1.</source>
        <translation>现有的位置为 %1。</translation>
    </message>
    <message>
        <source>A revision cannot depend on &quot;%1&quot;.</source>
        <translation>版本不能依赖“%1”。</translation>
    </message>
    <message>
        <source>Name a revision or a branch.</source>
        <translation>请指明一个版本或分支。</translation>
    </message>
    <message>
        <source>Choose another label.</source>
        <translation>请另选一个标签。</translation>
    </message>
    <message>
        <source>There is a revision %1 already.</source>
        <translation>已有版本 %1。</translation>
    </message>
    <message>
        <source>Choose another id.</source>
        <translation>请另选一个标识。</translation>
    </message>
    <message>
        <source>The template cannot be read: %1</source>
        <translation>无法读取模板：%1</translation>
    </message>
    <message>
        <source>output_encoding is &quot;%1&quot;, which is not known.</source>
        <translation>output_encoding 为“%1”，不认识此编码。</translation>
    </message>
    <message>
        <source>Write utf-8.</source>
        <translation>请写 utf-8。</translation>
    </message>
    <message>
        <source>The revision has characters that %1 does not have.</source>
        <translation>该版本含有 %1 无法表示的字符。</translation>
    </message>
    <message>
        <source>Write output_encoding = utf-8, or choose other words for the message.</source>
        <translation>请写 output_encoding = utf-8，或在消息中改用其他文字。</translation>
    </message>
    <message>
        <source>the message has a backslash that Python does not take</source>
        <translation>消息中含有 Python 不接受的反斜杠</translation>
    </message>
    <message>
        <source>Add &quot;branch_labels = ${repr(branch_labels)}&quot; to the template. Nothing was written.</source>
        <translation>请在模板中添加“branch_labels = ${repr(branch_labels)}”。未写入任何内容。</translation>
    </message>
    <message>
        <source>its header would say something else</source>
        <translation>其文件头的内容会与预期不符</translation>
    </message>
    <message>
        <source>The new file would not be a revision: %1</source>
        <translation>新文件将不是有效的版本：%1</translation>
    </message>
    <message>
        <source>Leave quotes at the end, three quotes and backslashes out of the message, or correct the template. Nothing was written.</source>
        <translation>请去掉消息中末尾的引号、三引号和反斜杠，或更正模板。未写入任何内容。</translation>
    </message>
    <message>
        <source>Check the folder and the space on its disk. Nothing was written.</source>
        <translation>请检查文件夹及其磁盘空间。未写入任何内容。</translation>
    </message>
    <message>
        <source>The option &quot;%1&quot; becomes too long.</source>
        <translation>选项“%1”展开后过长。</translation>
    </message>
    <message>
        <source>Check whether its options refer to each other too often.</source>
        <translation>请检查选项之间的引用是否过多。</translation>
    </message>
    <message>
        <source>Open a folder that has one, or add a section [tool.alembic] to pyproject.toml.</source>
        <translation>请打开含有该文件的文件夹，或在 pyproject.toml 中添加节 [tool.alembic]。</translation>
    </message>
    <message>
        <source>tool.alembic is not a section.</source>
        <translation>tool.alembic 不是节。</translation>
    </message>
    <message>
        <source>Write [tool.alembic], and the options below it.</source>
        <translation>请写 [tool.alembic]，并将选项写在其下方。</translation>
    </message>
    <message>
        <source>The file has no section [tool.alembic].</source>
        <translation>文件中没有节 [tool.alembic]。</translation>
    </message>
    <message>
        <source>Add the section with a script_location, or name an alembic.ini.</source>
        <translation>请添加该节并写入 script_location，或指明一个 alembic.ini。</translation>
    </message>
    <message>
        <source>libpq reads the rest: PGHOST, PGDATABASE, ~/.pgpass, pg_service.conf</source>
        <translation>其余由 libpq 读取：PGHOST、PGDATABASE、~/.pgpass、pg_service.conf</translation>
    </message>
    <message>
        <source>set by env.py</source>
        <translation>由 env.py 设置</translation>
    </message>
    <message>
        <source>env.py takes the URL from the environment variable %1, which is not set.</source>
        <translation>env.py 从环境变量 %1 取得 URL，但该变量未设置。</translation>
    </message>
    <message>
        <source>env.py sets the URL with something that cannot be read without running it.</source>
        <translation>env.py 设置 URL 的方式不运行它就无法读取。</translation>
    </message>
    <message>
        <source>Set %1, or give a URL.</source>
        <translation>请设置 %1，或给出 URL。</translation>
    </message>
    <message>
        <source>Write url in stillroom.toml, beside the configuration.</source>
        <translation>请在配置文件旁的 stillroom.toml 中写入 url。</translation>
    </message>
    <message>
        <source>This line is not a variable, so it is skipped.</source>
        <translation>此行不是变量，已跳过。</translation>
    </message>
    <message>
        <source>Write NAME=value; a value with spaces at its ends or a # needs quotes.</source>
        <translation>请写成 NAME=value；首尾有空格或含有 # 的值需加引号。</translation>
    </message>
    <message>
        <source>env.py calls configure() with %1 &quot;%2&quot; and, in another place, &quot;%3&quot;.</source>
        <translation>env.py 调用 configure() 时 %1 为“%2”，另一处则为“%3”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is taken, which is that of the online mode.</source>
        <translation>采用在线模式的“%1”。</translation>
    </message>
    <message>
        <source>Write the same in both, or %1 in stillroom.toml.</source>
        <translation>请在两处写成一致，或在 stillroom.toml 中写入 %1。</translation>
    </message>
    <message>
        <source>The revisions would not fit together any more: %1</source>
        <translation>各版本将无法再衔接：%1</translation>
    </message>
    <message>
        <source>Choose other revisions. Nothing was changed.</source>
        <translation>请另选版本。未做任何更改。</translation>
    </message>
    <message>
        <source>Revision %1 has no file.</source>
        <translation>版本 %1 没有文件。</translation>
    </message>
    <message>
        <source>Check that the file is there and what you may do with it.</source>
        <translation>请检查文件是否存在，以及您对它的权限。</translation>
    </message>
    <message>
        <source>Revision %1 was edited after its checksum was written.</source>
        <translation>版本 %1 在写入校验和后被修改过。</translation>
    </message>
    <message>
        <source>A database may have run it as it was before. Take the file back from version control, and write a new revision for the change; or accept it with &quot;stillroom-cli check --accept %1&quot;.</source>
        <translation>数据库运行的可能是修改前的内容。请从版本控制中取回该文件，并为此更改编写新版本；或用“stillroom-cli check --accept %1”接受修改。</translation>
    </message>
    <message>
        <source>There is no revision %1, and no checksum of one.</source>
        <translation>没有版本 %1，也没有它的校验和。</translation>
    </message>
    <message>
        <source>Write the whole id; &quot;stillroom-cli check&quot; lists what was changed.</source>
        <translation>请写出完整的标识；“stillroom-cli check”会列出更改。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may mean another revision than the ones that can be read. Nothing was changed.</source>
        <translation>“%1”可能指无法读取的其他版本。未做任何更改。</translation>
    </message>
    <message>
        <source>Repair the file, or name the revision to go to by its id.</source>
        <translation>请修复该文件，或用标识指明目标版本。</translation>
    </message>
    <message>
        <source>%1 is not a folder.</source>
        <translation>%1 不是文件夹。</translation>
    </message>
    <message>
        <source>Name a folder that is not there yet, or an empty one.</source>
        <translation>请指明尚不存在的文件夹或空文件夹。</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>现有：%1。</translation>
    </message>
    <message>
        <source>%1 must be a text.</source>
        <translation>%1 必须是文本。</translation>
    </message>
    <message>
        <source>Write it between quotes.</source>
        <translation>请将其写在引号之间。</translation>
    </message>
    <message>
        <source>Only %(here)s can be referred to in %1: %2</source>
        <translation>%1 中只能引用 %(here)s：%2</translation>
    </message>
    <message>
        <source>Write true or false, without quotes.</source>
        <translation>请写 true 或 false，不加引号。</translation>
    </message>
    <message>
        <source>%1 must be a list of texts.</source>
        <translation>%1 必须是文本列表。</translation>
    </message>
    <message>
        <source>Write [&quot;first&quot;, &quot;second&quot;].</source>
        <translation>请写成 [&quot;first&quot;, &quot;second&quot;]。</translation>
    </message>
    <message>
        <source>Give a URL, or write url in a stillroom.toml beside the file.</source>
        <translation>请给出 URL，或在该文件旁的 stillroom.toml 中写入 url。</translation>
    </message>
    <message>
        <source>It is from the environment variable %1.</source>
        <translation>它取自环境变量 %1。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no revision.</source>
        <translation>“%1”不是版本。</translation>
    </message>
    <message>
        <source>Name a revision by its id.</source>
        <translation>请用标识指明版本。</translation>
    </message>
    <message>
        <source>%1 is a merge of %2.</source>
        <translation>%1 是 %2 的合并版本。</translation>
    </message>
    <message>
        <source>Name the first revision of a branch.</source>
        <translation>请指明某个分支的首个版本。</translation>
    </message>
    <message>
        <source>%1 comes after %2 already, so %2 cannot follow it.</source>
        <translation>%1 已在 %2 之后，因此 %2 不能接在它之后。</translation>
    </message>
    <message>
        <source>Name the head of another branch.</source>
        <translation>请指明另一个分支的 head。</translation>
    </message>
    <message>
        <source>%1 follows %2 already.</source>
        <translation>%1 已接在 %2 之后。</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>无事可做。</translation>
    </message>
    <message>
        <source>%1 is not a head; there would be as many heads as before.</source>
        <translation>%1 不是 head；head 的数量不会减少。</translation>
    </message>
    <message>
        <source>The database has %1 applied and %2 not; behind it, it would never get %2.</source>
        <translation>数据库已应用 %1，但未应用 %2；若将前者接在后者之后，数据库将永远不会应用 %2。</translation>
    </message>
    <message>
        <source>Upgrade it to both heads first, roll %1 back, or write a merge revision instead.</source>
        <translation>请先将其升级到这两个 head，或回滚 %1，或改为编写合并版本。</translation>
    </message>
    <message>
        <source>There is no database %1.</source>
        <translation>没有数据库 %1。</translation>
    </message>
    <message>
        <source>Name the database with --url.</source>
        <translation>请用 --url 指明数据库。</translation>
    </message>
    <message>
        <source>The version table has no room for %1: its ids have %2 characters at most.</source>
        <translation>版本表容不下 %1：其中的标识最多 %2 个字符。</translation>
    </message>
    <message>
        <source>Choose a shorter id.</source>
        <translation>请另选较短的标识。</translation>
    </message>
    <message>
        <source>Stillroom does not run them.</source>
        <translation>Stillroom 不会运行它们。</translation>
    </message>
    <message>
        <source>%1 is not a literal in env.py, so its value is not known; &quot;%2&quot; is taken.</source>
        <translation>%1 在 env.py 中不是字面量，因此不知道它的值；采用“%2”。</translation>
    </message>
    <message>
        <source>Write %1 in stillroom.toml.</source>
        <translation>请在 stillroom.toml 中写入 %1。</translation>
    </message>
    <message>
        <source>%1 has no literal; set it in stillroom.toml.</source>
        <translation>%1 没有字面量；请在 stillroom.toml 中设置。</translation>
    </message>
    <message>
        <source>%1 hands over arguments that cannot be read.</source>
        <translation>%1 传入了无法读取的参数。</translation>
    </message>
    <message>
        <source>The models of %1 may have one; if so, write it in stillroom.toml.</source>
        <translation>%1 的模型可能设有命名约定；若有，请写入 stillroom.toml。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no range.</source>
        <translation>“%1”不是范围。</translation>
    </message>
    <message>
        <source>Write FROM:TO, both included, such as base:%1.</source>
        <translation>请写成 FROM:TO，包含两端，例如 base:%1。</translation>
    </message>
    <message>
        <source>The range has only one revision.</source>
        <translation>该范围只有一个版本。</translation>
    </message>
    <message>
        <source>Name a longer range.</source>
        <translation>请指明更长的范围。</translation>
    </message>
    <message>
        <source>%1 also follows %2, which is not in the range.</source>
        <translation>%1 还接在 %2 之后，而后者不在范围内。</translation>
    </message>
    <message>
        <source>Begin the range where the branches part, or at base.</source>
        <translation>请将范围的起点设在分支分叉处或 base。</translation>
    </message>
    <message>
        <source>%1 follows %2, which is inside of the range.</source>
        <translation>%1 接在范围内部的 %2 之后。</translation>
    </message>
    <message>
        <source>End the range at %1, or where the branches are merged.</source>
        <translation>请将范围的终点设在 %1 或分支合并处。</translation>
    </message>
    <message>
        <source>%1 is in the range: a database that stands there would pass for one that has all of it.</source>
        <translation>%1 在范围内：处于该版本的数据库会被误认为已应用整个范围。</translation>
    </message>
    <message>
        <source>Choose another id, or none: then it is %1.</source>
        <translation>请另选一个标识，或不给出：此时为 %1。</translation>
    </message>
    <message>
        <source>Choose another message. Nothing was changed.</source>
        <translation>请另选一个消息。未做任何更改。</translation>
    </message>
    <message>
        <source>The database stands at %1, inside of the range.</source>
        <translation>数据库处于 %1，在范围内部。</translation>
    </message>
    <message>
        <source>Upgrade it to %1 first, with the files as they are.</source>
        <translation>请先用现有文件将其升级到 %1。</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 必须是 true 或 false。</translation>
    </message>
    <message>
        <source>%1 must be a section.</source>
        <translation>%1 必须是节。</translation>
    </message>
    <message>
        <source>Write [%1], and the keys below it.</source>
        <translation>请写 [%1]，并将键写在其下方。</translation>
    </message>
    <message>
        <source>%1 has a password, and this file is committed with the project.</source>
        <translation>%1 含有密码，而此文件会随项目一起提交。</translation>
    </message>
    <message>
        <source>Keep it in ~/.pgpass, in $PGPASSWORD or in a .env that is not committed.</source>
        <translation>请将密码放在 ~/.pgpass、$PGPASSWORD 或不提交的 .env 中。</translation>
    </message>
    <message>
        <source>Stillroom does not know the key %1, so it is not used.</source>
        <translation>Stillroom 不认识键 %1，因此未使用它。</translation>
    </message>
    <message>
        <source>The keys are: %1.</source>
        <translation>可用的键：%1。</translation>
    </message>
    <message>
        <source>The file is too large to be a configuration.</source>
        <translation>文件过大，不可能是配置文件。</translation>
    </message>
    <message>
        <source>Name the configuration file itself.</source>
        <translation>请指明配置文件本身。</translation>
    </message>
    <message>
        <source>This is not TOML: %1</source>
        <translation>这不是 TOML：%1</translation>
    </message>
    <message>
        <source>Correct the line; texts need quotes, and a section is written [name].</source>
        <translation>请更正该行；文本需加引号，节写作 [name]。</translation>
    </message>
    <message>
        <source>given</source>
        <translation>命令行给出</translation>
    </message>
    <message>
        <source>copy the rows of %1 to %2</source>
        <translation>将 %1 的数据行复制到 %2</translation>
    </message>
    <message>
        <source>Alembic prints %1 with the name of a parameter in place of its value.</source>
        <translation>Alembic 输出 %1 时会用参数名代替其值。</translation>
    </message>
    <message>
        <source>Connect to the database, or write the statement as text.</source>
        <translation>请连接数据库，或将语句写成文本。</translation>
    </message>
    <message>
        <source>The default of column %1 is a Sequence.</source>
        <translation>列 %1 的默认值是一个序列。</translation>
    </message>
    <message>
        <source>The default of column %1 is a function of the script.</source>
        <translation>列 %1 的默认值是脚本中的函数。</translation>
    </message>
    <message>
        <source>Give the column a value in the statement.</source>
        <translation>请在语句中为该列给出值。</translation>
    </message>
    <message>
        <source>The type %1 of the application changes the values that are bound to it.</source>
        <translation>应用程序的类型 %1 会改变绑定到它的值。</translation>
    </message>
    <message>
        <source>Write the statement as text.</source>
        <translation>请将语句写成文本。</translation>
    </message>
    <message>
        <source>&apos;yield&apos; outside function</source>
        <translation>&apos;yield&apos; outside function</translation>
    </message>
    <message>
        <source>&apos;yield&apos; inside a comprehension</source>
        <translation>&apos;yield&apos; inside a comprehension</translation>
    </message>
    <message>
        <source>The script uses %1, which cannot be read: %2</source>
        <translation>脚本使用了无法读取的 %1：%2</translation>
    </message>
    <message>
        <source>If it is a type, name it under [types] in stillroom.toml. Else apply this revision with Alembic; both keep the same version table.</source>
        <translation>如果它是类型，请在 stillroom.toml 的 [types] 中写明。否则请用 Alembic 应用此版本；两者使用同一个版本表。</translation>
    </message>
    <message>
        <source>Nothing of this revision was kept. If it is a type, name it under [types] in stillroom.toml. Else apply this revision with Alembic; both keep the same version table.</source>
        <translation>此版本的内容均未保留。如果它是类型，请在 stillroom.toml 的 [types] 中写明。否则请用 Alembic 应用此版本；两者使用同一个版本表。</translation>
    </message>
    <message>
        <source>positional patterns follow keyword patterns</source>
        <translation>positional patterns follow keyword patterns</translation>
    </message>
    <message>
        <source>The regular expression %1 takes too many steps.</source>
        <translation>正则表达式 %1 需要的步数过多。</translation>
    </message>
    <message>
        <source>The script looks at the environment, which differs from place to place.</source>
        <translation>脚本读取环境变量，而环境因地而异。</translation>
    </message>
    <message>
        <source>The script reads the environment variable %1, which differs from place to place.</source>
        <translation>脚本读取环境变量 %1，而它因地而异。</translation>
    </message>
    <message>
        <source>Write what scripts shall see under [environment] in stillroom.toml; the section alone says that nothing is set.</source>
        <translation>请在 stillroom.toml 的 [environment] 中写明脚本可见的变量；仅有该节而无内容表示没有设置任何变量。</translation>
    </message>
    <message>
        <source>%1 is neither text nor a list of texts.</source>
        <translation>%1 既不是文本，也不是文本列表。</translation>
    </message>
    <message>
        <source>[types] in stillroom.toml says that %1 is %2, which is no type. %3</source>
        <translation>stillroom.toml 的 [types] 中写明 %1 是 %2，但它不是类型。%3</translation>
    </message>
    <message>
        <source>Write it as in a revision: sa.CHAR(36), postgresql.JSONB(), sa.String(length=64)…</source>
        <translation>请按版本脚本中的写法：sa.CHAR(36)、postgresql.JSONB()、sa.String(length=64)……</translation>
    </message>
    <message>
        <source>The script reads rows of data, and there is no database to read them from. Connect to the database, then preview or apply from there.</source>
        <translation>脚本读取数据行，但没有可供读取的数据库。请连接数据库，然后在其上预览或应用。</translation>
    </message>
    <message>
        <source>%1, which has @compiles()</source>
        <translation>%1（带有 @compiles()）</translation>
    </message>
    <message>
        <source>%1, whose load_dialect_impl() gives another named type</source>
        <translation>%1（其 load_dialect_impl() 给出另一个命名类型）</translation>
    </message>
    <message>
        <source>autocommit block</source>
        <translation>自动提交块</translation>
    </message>
    <message>
        <source>The script looks at the schema, and the step at %1 before it could not be evaluated.</source>
        <translation>脚本查看数据库结构，而在它之前 %1 处的步骤无法求值。</translation>
    </message>
    <message>
        <source>The script looks at the schema, which the statement at %1 changed in a way that is not known without a database.</source>
        <translation>脚本查看数据库结构，而 %1 处的语句对结构的改变在没有数据库时无法得知。</translation>
    </message>
    <message>
        <source>What step %1 did up to the end of its autocommit block is committed, the rest of it was rolled back. Its version row was not written.</source>
        <translation>步骤 %1 直到其自动提交块结束为止的操作已提交，其余部分已回滚。其版本行未写入。</translation>
    </message>
    <message>
        <source>There is no dialect &quot;%1&quot;.</source>
        <translation>没有方言“%1”。</translation>
    </message>
    <message>
        <source>It is one of: %1</source>
        <translation>可用的有：%1</translation>
    </message>
    <message>
        <source>The index %1 uses the column %2 of %3, which is dropped.</source>
        <translation>索引 %1 使用了 %3 中被删除的列 %2。</translation>
    </message>
    <message>
        <source>Drop the index before, with op.drop_index(&quot;%1&quot;, &quot;%2&quot;), and make the one that is wanted afterwards.</source>
        <translation>请先用 op.drop_index(&quot;%1&quot;, &quot;%2&quot;) 删除该索引，之后再创建所需的索引。</translation>
    </message>
    <message>
        <source>There is a table %1: an earlier run of Alembic was stopped after it had dropped %2 and before it gave the new table its name. The rows are in there.</source>
        <translation>存在表 %1：之前一次 Alembic 运行在删除 %2 之后、为新表改名之前中断。数据行都在其中。</translation>
    </message>
    <message>
        <source>Look at it, then give it its name: ALTER TABLE %1 RENAME TO %2</source>
        <translation>请检查该表，然后为它改名：ALTER TABLE %1 RENAME TO %2</translation>
    </message>
    <message>
        <source>make table %1 anew</source>
        <translation>重建表 %1</translation>
    </message>
    <message>
        <source>The view %1 cannot be used any more after the change of %2: %3</source>
        <translation>更改 %2 之后，视图 %1 无法再使用：%3</translation>
    </message>
    <message>
        <source>The trigger %1 cannot be used any more after the change of %2: %3</source>
        <translation>更改 %2 之后，触发器 %1 无法再使用：%3</translation>
    </message>
    <message>
        <source>Drop it in the script, with op.execute(&quot;DROP %1 %2&quot;), and make it again as it shall be.</source>
        <translation>请在脚本中用 op.execute(&quot;DROP %1 %2&quot;) 删除它，再按需要重新创建。</translation>
    </message>
    <message numerus="yes">
        <source>SQLite adds the column %1 to a table without rows only, and %2 has %n.</source>
        <translation>
            <numerusform>SQLite 只能向没有数据行的表添加列 %1，而 %2 有 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Give the column a constant server_default, or add it in op.batch_alter_table(&quot;%1&quot;, recreate=&quot;always&quot;) with a value for the rows.</source>
        <translation>请为该列设置常量 server_default，或在 op.batch_alter_table(&quot;%1&quot;, recreate=&quot;always&quot;) 中添加它并为各行提供值。</translation>
    </message>
    <message>
        <source>Foreign keys cannot be turned off on this connection.</source>
        <translation>无法在此连接上关闭外键。</translation>
    </message>
    <message>
        <source>End the transaction that is open on it, then run this again.</source>
        <translation>请结束该连接上打开的事务，然后重新运行。</translation>
    </message>
    <message>
        <source>The foreign keys of %1 cannot be checked any more: %2</source>
        <translation>%1 的外键无法再检查：%2</translation>
    </message>
    <message>
        <source>Keep the columns that they refer to a primary key or unique.</source>
        <translation>请让外键所引用的列保持为主键或唯一。</translation>
    </message>
    <message>
        <source>%1: a row without its parent in %2</source>
        <translation>%1：有一行在 %2 中没有父行</translation>
    </message>
    <message>
        <source>%1: the row %2 without its parent in %3</source>
        <translation>%1：第 %2 行在 %3 中没有父行</translation>
    </message>
    <message numerus="yes">
        <source>Afterwards %n row(s) would refer to a parent that is not there.</source>
        <translation>
            <numerusform>之后将有 %n 行引用不存在的父行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct these rows first, or leave the foreign key out.</source>
        <translation>请先更正这些行，或去掉该外键。</translation>
    </message>
    <message>
        <source>%1 of %2 went with its column.</source>
        <translation>%2 的 %1 已随其列一起删除。</translation>
    </message>
    <message>
        <source>Add one for the columns that are left, if it is wanted.</source>
        <translation>如有需要，请为剩余的列添加一个。</translation>
    </message>
    <message>
        <source>Foreign keys are on, and to make %1 anew would delete rows of the tables that refer to it.</source>
        <translation>外键已开启，重建 %1 会删除引用它的表中的行。</translation>
    </message>
    <message>
        <source>Inside a transaction they cannot be turned off.</source>
        <translation>在事务内无法关闭外键。</translation>
    </message>
    <message>
        <source>Write op.batch_alter_table() in the revision itself, so that it is known before the transaction begins, or run this on a connection with foreign keys off.</source>
        <translation>请把 op.batch_alter_table() 写在修订文件本身中，以便在事务开始前得知，或在关闭外键的连接上运行。</translation>
    </message>
    <message>
        <source>%1 has all of these rows.</source>
        <translation>%1 包含所有这些行。</translation>
    </message>
    <message numerus="yes">
        <source>%n of these row(s) are not in %1.</source>
        <translation>
            <numerusform>其中 %n 行不在 %1 中。</numerusform>
        </translation>
    </message>
    <message>
        <source>The table %1 is left over: an earlier run of Alembic failed while it made %3 anew. Rows in it: %2, in %3 itself: %4. %5 Remove %1? (yes/no): </source>
        <translation>表 %1 是遗留的：之前一次 Alembic 运行在重建 %3 时失败。其中行数：%2，%3 本身行数：%4。%5 删除 %1 吗？(yes/no)：</translation>
    </message>
    <message>
        <source>The table %1 is in the way: an earlier run of Alembic has left it.</source>
        <translation>表 %1 占用了名称：它是之前一次 Alembic 运行遗留的。</translation>
    </message>
    <message>
        <source>Save its rows if they are needed, then drop it: DROP TABLE %1</source>
        <translation>如需要请先保存其中的行，然后删除它：DROP TABLE %1</translation>
    </message>
    <message>
        <source>Rows of %1: %2, of its copy: %3.</source>
        <translation>%1 的行数：%2，其副本的行数：%3。</translation>
    </message>
    <message>
        <source>A conflict clause of the new table leaves rows out or replaces them: correct these rows first.</source>
        <translation>新表的冲突子句会忽略或替换某些行：请先更正这些行。</translation>
    </message>
    <message>
        <source>The trigger %1 of %2 cannot be kept: %3</source>
        <translation>无法保留 %2 的触发器 %1：%3</translation>
    </message>
    <message>
        <source>Drop it in the script before, with op.execute(&quot;DROP TRIGGER %1&quot;), and make it again as it shall be.</source>
        <translation>请在脚本中先用 op.execute(&quot;DROP TRIGGER %1&quot;) 删除它，再按需要重新创建。</translation>
    </message>
    <message>
        <source>%1 exists already, and nothing is overwritten.</source>
        <translation>%1 已存在，不会覆盖任何文件。</translation>
    </message>
    <message>
        <source>Name another file.</source>
        <translation>请指定另一个文件。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>Check the rights of the folder above it, or name another place.</source>
        <translation>请检查上级文件夹的权限，或指定另一个位置。</translation>
    </message>
    <message>
        <source>A database in memory cannot be backed up.</source>
        <translation>内存中的数据库无法备份。</translation>
    </message>
    <message>
        <source>Name the file of a database.</source>
        <translation>请指定数据库文件。</translation>
    </message>
    <message>
        <source>&quot;stillroom-cli log&quot; says where backups are.</source>
        <translation>“stillroom-cli log”会说明备份在哪里。</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>无法启动 %1：%2</translation>
    </message>
    <message>
        <source>Check that %1 can be run.</source>
        <translation>请检查 %1 是否可以运行。</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 失败。</translation>
    </message>
    <message>
        <source>Read what it says above, and run this again.</source>
        <translation>请阅读上面的信息，然后重新运行。</translation>
    </message>
    <message>
        <source>Check the rights of the folder and the space on its disk, or name another place.</source>
        <translation>请检查该文件夹的权限和磁盘空间，或指定另一个位置。</translation>
    </message>
    <message>
        <source>No file can be written in %1: %2</source>
        <translation>无法在 %1 中写入文件：%2</translation>
    </message>
    <message>
        <source>The backup cannot be written to the disk.</source>
        <translation>备份无法写入磁盘。</translation>
    </message>
    <message>
        <source>The backup cannot get its name %1.</source>
        <translation>备份无法改名为 %1。</translation>
    </message>
    <message>
        <source>%1 is not installed.</source>
        <translation>未安装 %1。</translation>
    </message>
    <message>
        <source>Install PostgreSQL&apos;s client programs (the package postgresql-client) in the server&apos;s version or a newer one.</source>
        <translation>请安装 PostgreSQL 的客户端程序（软件包 postgresql-client），版本不低于服务器。</translation>
    </message>
    <message>
        <source>The URL has an sslpassword, and %1 could only be given it where everybody reads it.</source>
        <translation>URL 中有 sslpassword，而它只能以人人可见的方式交给 %1。</translation>
    </message>
    <message>
        <source>Use a key without a password, or a service of pg_service.conf.</source>
        <translation>请使用没有密码的密钥，或 pg_service.conf 中的服务。</translation>
    </message>
    <message>
        <source>Install the package postgresql-client in the server&apos;s version or a newer one.</source>
        <translation>请安装版本不低于服务器的软件包 postgresql-client。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, or name another place.</source>
        <translation>磁盘已满。请腾出空间，或指定另一个位置。</translation>
    </message>
    <message>
        <source>The backup %1 cannot be used: it is damaged, or not of pg_dump&apos;s custom format.</source>
        <translation>备份 %1 无法使用：它已损坏，或不是 pg_dump 的 custom 格式。</translation>
    </message>
    <message>
        <source>Choose another backup. The database was not touched.</source>
        <translation>请选择另一个备份。数据库未被改动。</translation>
    </message>
    <message>
        <source>Everything was rolled back; the database is as it was.</source>
        <translation>已全部回滚；数据库保持原样。</translation>
    </message>
    <message>
        <source>%1 has not as many rows as its copy afterwards.</source>
        <translation>恢复后 %1 的行数与其副本不同。</translation>
    </message>
    <message>
        <source>A rule or a row security policy keeps rows away; restore as the owner of the table.</source>
        <translation>某条规则或行安全策略挡住了一些行；请以表的所有者身份恢复。</translation>
    </message>
    <message>
        <source>Rows of other tables would refer to rows that the copies do not have (%1).</source>
        <translation>其他表的行会引用副本中没有的行（%1）。</translation>
    </message>
    <message>
        <source>Restore these tables together, or the whole database from a file.</source>
        <translation>请同时恢复这些表，或从文件恢复整个数据库。</translation>
    </message>
    <message>
        <source>%1 has rows that its copy does not have (%2); deleting them would delete or change rows of %3.</source>
        <translation>%1 有其副本中没有的行（%2）；删除它们会删除或更改 %3 的行。</translation>
    </message>
    <message>
        <source>Delete them yourself when that is meant, or restore the whole database from a file.</source>
        <translation>若确有此意，请自行删除；或从文件恢复整个数据库。</translation>
    </message>
    <message>
        <source>Copying the database</source>
        <translation>正在复制数据库</translation>
    </message>
    <message>
        <source>The backup %1 cannot be used: it is damaged, or no SQLite database.</source>
        <translation>备份 %1 无法使用：它已损坏，或不是 SQLite 数据库。</translation>
    </message>
    <message>
        <source>&quot;stillroom-cli tables&quot; lists the tables.</source>
        <translation>“stillroom-cli tables”列出所有表。</translation>
    </message>
    <message>
        <source>%1 is a view, not a table.</source>
        <translation>%1 是视图，不是表。</translation>
    </message>
    <message>
        <source>Name the tables that it reads.</source>
        <translation>请指定它所读取的表。</translation>
    </message>
    <message>
        <source>%1 is no table.</source>
        <translation>%1 不是表。</translation>
    </message>
    <message>
        <source>%1 is no copy that a backup made.</source>
        <translation>%1 不是备份所做的副本。</translation>
    </message>
    <message>
        <source>A copy is called &lt;table&gt;_backup_&lt;date&gt;_&lt;time&gt;.</source>
        <translation>副本的名称为 &lt;表&gt;_backup_&lt;日期&gt;_&lt;时间&gt;。</translation>
    </message>
    <message>
        <source>The columns of %1 are not those of its copy %2.</source>
        <translation>%1 的列与其副本 %2 的列不同。</translation>
    </message>
    <message>
        <source>table: %1
copy: %2</source>
        <translation>表：%1
副本：%2</translation>
    </message>
    <message>
        <source>Bring the table to the revision of the copy first, or put the rows back by hand.</source>
        <translation>请先把表带回副本所处的修订版，或手工放回这些行。</translation>
    </message>
    <message>
        <source>The folder %1 of the journal cannot be made.</source>
        <translation>无法创建日志的文件夹 %1。</translation>
    </message>
    <message>
        <source>Check the rights of the folder above it.</source>
        <translation>请检查上级文件夹的权限。</translation>
    </message>
    <message>
        <source>The journal %1 cannot be made: %2</source>
        <translation>无法创建日志 %1：%2</translation>
    </message>
    <message>
        <source>Check the rights of its folder, and that the disk is not full.</source>
        <translation>请检查其文件夹的权限，并确认磁盘未满。</translation>
    </message>
    <message>
        <source>The journal %1 was written by a newer Stillroom.</source>
        <translation>日志 %1 由更新版本的 Stillroom 写成。</translation>
    </message>
    <message>
        <source>Update this program, or move the file away.</source>
        <translation>请更新本程序，或移走该文件。</translation>
    </message>
    <message>
        <source>The journal has no run %1.</source>
        <translation>日志中没有编号为 %1 的运行。</translation>
    </message>
    <message>
        <source>&quot;stillroom-cli log --all&quot; lists what it has; old runs are removed.</source>
        <translation>“stillroom-cli log --all”列出现有的运行；旧的运行会被移除。</translation>
    </message>
    <message>
        <source>This run is not written into the journal; it goes on.</source>
        <translation>此次运行没有写入日志；运行继续。</translation>
    </message>
    <message>
        <source>The step&apos;s row of %1 cannot be written. Grant the right, or run without the journal&apos;s table.</source>
        <translation>无法写入该步骤在 %1 中的行。请授予权限，或不使用日志表运行。</translation>
    </message>
    <message>
        <source>The answer was no; nothing was restored.</source>
        <translation>回答为否；没有恢复任何内容。</translation>
    </message>
    <message>
        <source>Correct the path in the database URL.</source>
        <translation>请更正数据库 URL 中的路径。</translation>
    </message>
    <message>
        <source>%1 is the database itself.</source>
        <translation>%1 就是数据库本身。</translation>
    </message>
    <message>
        <source>Name a file that &quot;stillroom-cli backup&quot; made.</source>
        <translation>请指定“stillroom-cli backup”所做的文件。</translation>
    </message>
    <message>
        <source>There is no database %1 yet.</source>
        <translation>数据库 %1 尚不存在。</translation>
    </message>
    <message>
        <source>The database %1 stands at %2 and has %3 tables. It is backed up first.</source>
        <translation>数据库 %1 位于 %2，有 %3 个表。会先备份它。</translation>
    </message>
    <message>
        <source>The backup %1 stands at %2 and has %3 tables.</source>
        <translation>备份 %1 位于 %2，有 %3 个表。</translation>
    </message>
    <message>
        <source>These tables are not in it and stay as they are: %1.</source>
        <translation>这些表不在备份中，保持原样：%1。</translation>
    </message>
    <message>
        <source>Replace what is there? (yes/no): </source>
        <translation>替换现有内容吗？(yes/no)：</translation>
    </message>
    <message>
        <source>%1 has %2 rows; its copy %3 has %4.</source>
        <translation>%1 有 %2 行；其副本 %3 有 %4 行。</translation>
    </message>
    <message>
        <source>There is no backup, so no step was begun.</source>
        <translation>没有备份，因此没有开始任何步骤。</translation>
    </message>
    <message>
        <source>The database as it was before the first step: stillroom-cli restore %1</source>
        <translation>恢复到第一步之前的数据库：stillroom-cli restore %1</translation>
    </message>
</context>
<context>
    <name>Tr</name>
    <message>
        <source>A COMMAND is missing.</source>
        <translation>缺少命令。</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>Run with --help for more information.</source>
        <translation>用 --help 运行可获得更多信息。</translation>
    </message>
    <message>
        <source>env.py gives it to the script as an argument</source>
        <translation>env.py 将其作为参数传给脚本</translation>
    </message>
</context>
<context>
    <name>Workbench::Banner</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Workbench::BrowserPanel</name>
    <message>
        <source>Schema</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Filter tables, columns, indexes</source>
        <translation>筛选表、列、索引</translation>
    </message>
    <message>
        <source>No database</source>
        <translation>没有数据库</translation>
    </message>
    <message>
        <source>No project open</source>
        <translation>没有打开的项目</translation>
    </message>
    <message>
        <source>The tables of the database appear here once it is connected.</source>
        <translation>连接数据库后，这里显示其中的表。</translation>
    </message>
</context>
<context>
    <name>Workbench::BrowserTool</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n 个表</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench::CodeEditor</name>
    <message>
        <source>Revision source</source>
        <translation>版本源码</translation>
    </message>
</context>
<context>
    <name>Workbench::Confirmations</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>…… 另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Data will be lost:</source>
        <translation>将丢失数据：</translation>
    </message>
    <message>
        <source>Not everything could be previewed: %1</source>
        <translation>无法预览全部内容：%1</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Roll back on %1?</source>
        <translation>在 %1 上回滚？</translation>
    </message>
    <message>
        <source>Apply on %1?</source>
        <translation>应用到 %1？</translation>
    </message>
    <message numerus="yes">
        <source>Roll back %n revision(s) on %1?</source>
        <translation>
            <numerusform>在 %1 上回滚 %n 个版本？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n revision(s) on %1?</source>
        <translation>
            <numerusform>将 %n 个版本应用到 %1？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rolled back %n revision(s) in %1.</source>
        <translation>
            <numerusform>已回滚 %n 个版本，用时 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Applied %n revision(s) in %1.</source>
        <translation>
            <numerusform>已应用 %n 个版本，用时 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. The database is as it was before.</source>
        <translation>已取消。数据库保持原样。</translation>
    </message>
    <message>
        <source>Stopped by an error. The database is as it was before.</source>
        <translation>因错误而停止。数据库保持原样。</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. %n revision(s) had been committed before and stay.</source>
        <translation>
            <numerusform>已取消。此前提交的 %n 个版本保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped by an error. %n revision(s) had been committed before and stay.</source>
        <translation>
            <numerusform>因错误而停止。此前提交的 %n 个版本保留。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench::DatabaseThread</name>
    <message>
        <source>No database is open.</source>
        <translation>没有打开的数据库。</translation>
    </message>
    <message>
        <source>Open a project and give the URL of its database.</source>
        <translation>请打开一个项目，并给出其数据库的 URL。</translation>
    </message>
</context>
<context>
    <name>Workbench::EditorPanel</name>
    <message>
        <source>Revision</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>No revision selected</source>
        <translation>未选择版本</translation>
    </message>
    <message>
        <source>Select a revision of the timeline to read it.</source>
        <translation>在时间线上选择一个版本即可阅读。</translation>
    </message>
    <message>
        <source>No project open</source>
        <translation>没有打开的项目</translation>
    </message>
</context>
<context>
    <name>Workbench::EditorTool</name>
    <message>
        <source>Copy File Path</source>
        <translation>复制文件路径</translation>
    </message>
    <message>
        <source>Open in Default Editor</source>
        <translation>用默认编辑器打开</translation>
    </message>
</context>
<context>
    <name>Workbench::FileTool</name>
    <message>
        <source>&amp;Open Project…</source>
        <translation>打开项目(&amp;O)…</translation>
    </message>
    <message>
        <source>Open an Alembic project by its alembic.ini</source>
        <translation>通过 alembic.ini 打开 Alembic 项目</translation>
    </message>
    <message>
        <source>&amp;Database URL…</source>
        <translation>数据库 URL(&amp;D)…</translation>
    </message>
    <message>
        <source>Connect to another database than the project&apos;s own</source>
        <translation>连接到项目自身之外的数据库</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Read the project and the database again</source>
        <translation>重新读取项目和数据库</translation>
    </message>
    <message>
        <source>Open Project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Alembic configuration (*.ini *.toml);;All files (*)</source>
        <translation>Alembic 配置 (*.ini *.toml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Database URL</source>
        <translation>数据库 URL</translation>
    </message>
    <message>
        <source>Where is the database? In SQLAlchemy&apos;s form; what is left out comes from the environment (PGHOST, PGPASSWORD…). It is not stored.</source>
        <translation>数据库在哪里？请用 SQLAlchemy 的写法；省略的部分取自环境变量（PGHOST、PGPASSWORD……）。不会保存。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
</context>
<context>
    <name>Workbench::LogModel</name>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>Workbench::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>还没有任何事件</translation>
    </message>
    <message>
        <source>Every statement that is sent and every line that a revision prints appears here.</source>
        <translation>发送的每条语句和版本打印的每一行都显示在这里。</translation>
    </message>
</context>
<context>
    <name>Workbench::LogTool</name>
    <message>
        <source>Copy Log</source>
        <translation>复制日志</translation>
    </message>
    <message>
        <source>Clear Log</source>
        <translation>清空日志</translation>
    </message>
</context>
<context>
    <name>Workbench::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Revision</source>
        <translation>版本(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Find Revision</source>
        <translation>查找版本(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Stillroom</source>
        <translation>关于 Stillroom(&amp;A)</translation>
    </message>
    <message>
        <source>%1 – Stillroom</source>
        <translation>%1 – Stillroom</translation>
    </message>
    <message>
        <source>Stillroom %1</source>
        <translation>Stillroom %1</translation>
    </message>
    <message>
        <source>A workbench for database migrations. It opens Alembic projects without Python.</source>
        <translation>数据库迁移工作台。无需 Python 即可打开 Alembic 项目。</translation>
    </message>
    <message>
        <source>A run is under way</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Cancel the run?</source>
        <translation>取消运行？</translation>
    </message>
    <message>
        <source>The step that runs is rolled back; what was committed before stays. Close the window once more when the run has ended.</source>
        <translation>正在运行的步骤会被回滚；此前提交的内容保留。运行结束后请再次关闭窗口。</translation>
    </message>
    <message>
        <source>Cancel the Run</source>
        <translation>取消运行</translation>
    </message>
</context>
<context>
    <name>Workbench::Options</name>
    <message>
        <source>Use this database instead of the project&apos;s own.</source>
        <translation>使用此数据库代替项目自身的数据库。</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>light or dark, whatever the system says.</source>
        <translation>light（浅色）或 dark（深色），不跟随系统。</translation>
    </message>
    <message>
        <source>THEME</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language of the window: en or zh_CN.</source>
        <translation>窗口的语言：en 或 zh_CN。</translation>
    </message>
    <message>
        <source>LANG</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Write a picture of the window to FILE and exit.</source>
        <translation>将窗口的图片写入文件后退出。</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size of that picture.</source>
        <translation>该图片的尺寸。</translation>
    </message>
    <message>
        <source>WIDTHxHEIGHT</source>
        <translation>宽x高</translation>
    </message>
    <message>
        <source>Select this revision.</source>
        <translation>选择此版本。</translation>
    </message>
    <message>
        <source>REVISION</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>A workbench for database migrations.</source>
        <translation>数据库迁移工作台。</translation>
    </message>
    <message>
        <source>An alembic.ini, or the folder that has one.</source>
        <translation>alembic.ini 文件，或其所在的文件夹。</translation>
    </message>
    <message>
        <source>Only one project can be opened at a time.</source>
        <translation>一次只能打开一个项目。</translation>
    </message>
    <message>
        <source>--theme takes “light” or “dark”.</source>
        <translation>--theme 的取值为“light”或“dark”。</translation>
    </message>
    <message>
        <source>--size takes a size such as 1280x800.</source>
        <translation>--size 的取值形如 1280x800。</translation>
    </message>
</context>
<context>
    <name>Workbench::Picture</name>
    <message>
        <source>The window was not ready in time.</source>
        <translation>窗口未能及时就绪。</translation>
    </message>
    <message>
        <source>The project could not be opened.</source>
        <translation>无法打开项目。</translation>
    </message>
    <message>
        <source>The picture could not be written to %1.</source>
        <translation>无法将图片写入 %1。</translation>
    </message>
</context>
<context>
    <name>Workbench::PreviewPanel</name>
    <message>
        <source>SQL Preview</source>
        <translation>SQL 预览</translation>
    </message>
    <message>
        <source>No project open</source>
        <translation>没有打开的项目</translation>
    </message>
    <message>
        <source>No database</source>
        <translation>没有数据库</translation>
    </message>
    <message>
        <source>The database&apos;s URL decides which SQL is written, PostgreSQL&apos;s or SQLite&apos;s. Give one with File → Database URL.</source>
        <translation>数据库的 URL 决定生成 PostgreSQL 还是 SQLite 的 SQL。请通过“文件 → 数据库 URL”给出。</translation>
    </message>
    <message>
        <source>No revision selected</source>
        <translation>未选择版本</translation>
    </message>
    <message>
        <source>Select a revision of the timeline to see its SQL.</source>
        <translation>在时间线上选择一个版本即可查看其 SQL。</translation>
    </message>
    <message>
        <source>Nothing to apply</source>
        <translation>没有可应用的版本</translation>
    </message>
    <message>
        <source>The database is at the newest revision.</source>
        <translation>数据库已是最新版本。</translation>
    </message>
    <message>
        <source>Nothing to roll back</source>
        <translation>没有可回滚的版本</translation>
    </message>
    <message>
        <source>No revision is applied to the database.</source>
        <translation>数据库尚未应用任何版本。</translation>
    </message>
</context>
<context>
    <name>Workbench::PreviewTool</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>The SQL that Apply would send</source>
        <translation>“应用”将发送的 SQL</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>The SQL that Roll Back would send</source>
        <translation>“回滚”将发送的 SQL</translation>
    </message>
    <message>
        <source>Copy SQL</source>
        <translation>复制 SQL</translation>
    </message>
    <message>
        <source>this revision alone, without a database</source>
        <translation>仅此版本，无数据库</translation>
    </message>
    <message>
        <source>this revision alone, back, without a database</source>
        <translation>仅回滚此版本，无数据库</translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s), up to %1</source>
        <translation>
            <numerusform>%n 个版本，直至 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s), back to an empty database</source>
        <translation>
            <numerusform>%n 个版本，回到空数据库</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s), back to %1</source>
        <translation>
            <numerusform>%n 个版本，回到 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench::ProjectSettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>No project open</source>
        <translation>未打开项目</translation>
    </message>
    <message>
        <source>What the project says about its database and its migrations appears here, with the line that says it.</source>
        <translation>这里显示项目对其数据库和迁移的设定，以及设定所在的行。</translation>
    </message>
</context>
<context>
    <name>Workbench::ProjectSettingsTool</name>
    <message>
        <source>Open the File That Says It</source>
        <translation>打开设定所在的文件</translation>
    </message>
    <message>
        <source>Copy Setting</source>
        <translation>复制设置</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench::QuestionBridge</name>
    <message>
        <source>The question was not answered.</source>
        <translation>提问没有得到回答。</translation>
    </message>
    <message>
        <source>Start again and answer it.</source>
        <translation>请重新开始并回答。</translation>
    </message>
</context>
<context>
    <name>Workbench::RecentMenu</name>
    <message>
        <source>Open R&amp;ecent</source>
        <translation>最近打开(&amp;E)</translation>
    </message>
    <message>
        <source>No recent projects</source>
        <translation>没有最近的项目</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Workbench::RunLog</name>
    <message numerus="yes">
        <source>%n revision(s) on %1</source>
        <translation>
            <numerusform>%n 个版本，数据库 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>That took %1.</source>
        <translation>用时 %1。</translation>
    </message>
    <message>
        <source>Committed after %1.</source>
        <translation>已提交，用时 %1。</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Backup: %1</source>
        <translation>备份：%1</translation>
    </message>
</context>
<context>
    <name>Workbench::RunPanel</name>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消……</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始……</translation>
    </message>
    <message>
        <source>Rolling back %1 of %2</source>
        <translation>正在回滚第 %1 个，共 %2 个</translation>
    </message>
    <message>
        <source>Applying %1 of %2</source>
        <translation>正在应用第 %1 个，共 %2 个</translation>
    </message>
</context>
<context>
    <name>Workbench::RunSession</name>
    <message>
        <source>No database is open.</source>
        <translation>没有打开的数据库。</translation>
    </message>
</context>
<context>
    <name>Workbench::RunTool</name>
    <message>
        <source>&amp;Preview SQL</source>
        <translation>预览 SQL(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Roll Back…</source>
        <translation>回滚(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Cancel Run</source>
        <translation>取消运行(&amp;C)</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>没有打开的项目。</translation>
    </message>
    <message>
        <source>There is no connection to the database.</source>
        <translation>没有连接到数据库。</translation>
    </message>
    <message>
        <source>A run is under way.</source>
        <translation>正在运行。</translation>
    </message>
    <message>
        <source>The database is at a revision that this project does not have.</source>
        <translation>数据库所处的版本不在此项目中。</translation>
    </message>
    <message>
        <source>Nothing is pending: the database is at the newest revision.</source>
        <translation>没有待应用的版本：数据库已是最新版本。</translation>
    </message>
    <message>
        <source>No revision is applied.</source>
        <translation>尚未应用任何版本。</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n</source>
        <translation>
            <numerusform>应用 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n revision(s), up to the newest</source>
        <translation>
            <numerusform>应用 %n 个版本，直至最新</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n revision(s), up to %1</source>
        <translation>
            <numerusform>应用 %n 个版本，直至 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Roll back the current revision</source>
        <translation>回滚当前版本</translation>
    </message>
    <message>
        <source>Roll back to %1</source>
        <translation>回滚到 %1</translation>
    </message>
</context>
<context>
    <name>Workbench::SchemaTreeModel</name>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Null</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>计算列</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>标识列</translation>
    </message>
    <message>
        <source>Refers to</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>唯一</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>enum</source>
        <translation>枚举</translation>
    </message>
    <message>
        <source>Enum type</source>
        <translation>枚举类型</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>Workbench::SettingsModel</name>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>Names of constraints</source>
        <translation>约束名称</translation>
    </message>
    <message>
        <source>Own types</source>
        <translation>自定义类型</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Environment of scripts</source>
        <translation>脚本的环境变量</translation>
    </message>
</context>
<context>
    <name>Workbench::SqlView</name>
    <message>
        <source>SQL preview</source>
        <translation>SQL 预览</translation>
    </message>
</context>
<context>
    <name>Workbench::StatusLine</name>
    <message>
        <source>No project open</source>
        <translation>没有打开的项目</translation>
    </message>
    <message>
        <source>No database</source>
        <translation>没有数据库</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>正在连接 %1……</translation>
    </message>
    <message>
        <source>Not connected to %1</source>
        <translation>未连接到 %1</translation>
    </message>
    <message>
        <source>No revision applied</source>
        <translation>未应用任何版本</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>当前 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n 个待应用</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>已是最新</translation>
    </message>
</context>
<context>
    <name>Workbench::TextDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Workbench::TimelineModel</name>
    <message>
        <source>not compared</source>
        <translation>未比较</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>已应用</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>待应用</translation>
    </message>
    <message>
        <source>not in this project</source>
        <translation>不在此项目中</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>%1
Revision %2, builds on %3
%4</source>
        <translation>%1
版本 %2，基于 %3
%4</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Revision that this project does not have</source>
        <translation>此项目没有的版本</translation>
    </message>
    <message>
        <source>The database says that it is at revision %1, but no file of this project has that revision.
The project may be older than the database, or it is another project&apos;s database.</source>
        <translation>数据库称其处于版本 %1，但此项目的文件中没有该版本。
项目可能比数据库旧，或者这是另一个项目的数据库。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>needs a connection</source>
        <translation>需要连接</translation>
    </message>
    <message>
        <source>opaque</source>
        <translation>不透明</translation>
    </message>
</context>
<context>
    <name>Workbench::TimelinePanel</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Filter revisions</source>
        <translation>筛选版本</translation>
    </message>
    <message>
        <source>No revisions</source>
        <translation>没有版本</translation>
    </message>
    <message>
        <source>The project&apos;s folders have no revision files yet. Revisions made with “alembic revision” appear here.</source>
        <translation>项目的文件夹中还没有版本文件。用“alembic revision”创建的版本会显示在这里。</translation>
    </message>
</context>
<context>
    <name>Workbench::TimelineTool</name>
    <message>
        <source>Apply up to Here</source>
        <translation>应用到此处</translation>
    </message>
    <message>
        <source>Roll Back to Here…</source>
        <translation>回滚到此处…</translation>
    </message>
    <message>
        <source>Copy Revision Id</source>
        <translation>复制版本标识</translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s)</source>
        <translation>
            <numerusform>%n 个版本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n 个待应用</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>已是最新</translation>
    </message>
</context>
<context>
    <name>Workbench::WelcomePage</name>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Stillroom opens Alembic projects as they are: choose the alembic.ini. Revisions are read, never run by Python.</source>
        <translation>Stillroom 原样打开 Alembic 项目：请选择 alembic.ini。版本文件只读取，不由 Python 运行。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
</context>
<context>
    <name>Workbench::WidgetDialogs</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The revision asks</source>
        <translation>版本提问</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>取消运行</translation>
    </message>
</context>
</TS>
