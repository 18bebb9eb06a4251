<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>Migrations</name>
    <message>
        <source>There is no table %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table %1 already exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index %1 already exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no index %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The type %1 already exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no type %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unique constraint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>foreign key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check constraint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exclusion constraint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nullable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new name %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create table %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop table %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename table %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comment on table %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop the comment of table %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add column %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop column %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alter column %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create a unique index on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create an index on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create unique index %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create index %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop index %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop index %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add %1 %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop constraint %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>insert %n row(s) into %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>create enum type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop enum type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create sequence %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop sequence %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create schema %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop schema %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table %1 has no column %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table %1 already has a column %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table %1 already has a constraint %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table %1 already has a primary key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table %1 has no constraint %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the change into op.batch_alter_table(), which rebuilds the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The type %1 is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in stillroom.toml, under [types], what it is in SQLAlchemy&apos;s words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the column a type that this database has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such a value can only be sent to a database, not be printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break the circle %1 at the down_revision or depends_on that is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one of the two revisions another id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this revision, or the one in %1, another id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the revision, also where other revisions name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another branch label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the file of the missing revision, or correct down_revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A revision cannot be its own down_revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depends_on takes a whole revision id or a branch label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A revision cannot depend on itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision %1 is not a member of branch &apos;%2&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several names begin with it: %1. Write more of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is at a revision that this project does not have. Get the file, for example from another branch of the repository, or stamp the database with purge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heads are %1. Merge them, or name one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script calls functions more than %1 deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stillroom does not read this: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this revision was sent. Write the step in a supported way, or apply this revision with Alembic; both keep the same version table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script takes more than %1 steps; it may never end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script was evaluated for more than %1 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script makes more than %1 MB of values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script uses %1, which comes from outside what Stillroom reads (imported in line %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this revision was sent. Apply this revision with Alembic; both keep the same version table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the script; nothing of it was evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too deeply nested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a literal, so it cannot be read without running the script.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the revision id itself: a string, None, or a tuple of strings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add `revision = &quot;…&quot;` to the file, or move it out of the versions folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script has no down_revision, so its place is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add `down_revision = None` for a first revision, or the id of the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the file exists and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has %1 MB, which is no revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it out of the versions folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of revisions does not exist: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create it, or correct version_locations in the configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script reads rows of data here, and there is no database to read them from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to the database, then preview or apply from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script has no function %1().</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it; an empty one is `def %1(): pass`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;, which is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number, such as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one of these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a section [%1] with a script_location.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections with a script_location: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;script_location = %1&quot; in section [%2].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct script_location, or restore the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no section header before this line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put [alembic] above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The section [%1] is there twice; first in line %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge the two sections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is neither a section header nor an option.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;key = value&quot;, or indent the line when it continues the one above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option &quot;%1&quot; is in section [%2] twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %% for a percent sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option &quot;%1&quot; refers to other options more than %2 levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether its options refer to each other in a circle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%&quot; must be followed by &quot;%&quot; or &quot;(&quot;: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a reference to an option: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option &quot;%1&quot; refers to &quot;%2&quot;, which neither [%3] nor [DEFAULT] has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no alembic.ini in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder that has one, or make a new project with &quot;alembic init&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file or folder %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name an alembic.ini, or a folder that has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of revisions is not there: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the folder, or correct version_locations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project does not say which database to use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a URL, or write sqlalchemy.url in section [%1].</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::Banner</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::BrowserPanel</name>
    <message>
        <source>Schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter tables, columns, indexes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables of the database appear here once it is connected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::BrowserTool</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench::CodeEditor</name>
    <message>
        <source>Revision source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::Confirmations</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Data will be lost:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything could be previewed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back on %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply on %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Roll back %n revision(s) on %1?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n revision(s) on %1?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rolled back %n revision(s) in %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Applied %n revision(s) in %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. The database is as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by an error. The database is as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. %n revision(s) had been committed before and stay.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped by an error. %n revision(s) had been committed before and stay.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench::DatabaseThread</name>
    <message>
        <source>No database is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project and give the URL of its database.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::EditorPanel</name>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No revision selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a revision of the timeline to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::EditorTool</name>
    <message>
        <source>Copy File Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Default Editor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::FileTool</name>
    <message>
        <source>&amp;Open Project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an Alembic project by its alembic.ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Database URL…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to another database than the project&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the project and the database again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alembic configuration (*.ini *.toml);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is the database? In SQLAlchemy&apos;s form; what is left out comes from the environment (PGHOST, PGPASSWORD…). It is not stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::LogModel</name>
    <message>
        <source>SQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::LogPanel</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every statement that is sent and every line that a revision prints appears here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::LogTool</name>
    <message>
        <source>Copy Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear Log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open R&amp;ecent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Stillroom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Stillroom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stillroom %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workbench for database migrations. It opens Alembic projects without Python.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the run?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step that runs is rolled back; what was committed before stays. Close the window once more when the run has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the Run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::Options</name>
    <message>
        <source>Use this database instead of the project&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light or dark, whatever the system says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>THEME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window: en or zh_CN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LANG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a picture of the window to FILE and exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of that picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WIDTHxHEIGHT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select this revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REVISION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workbench for database migrations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alembic.ini, or the folder that has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one project can be opened at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--theme takes “light” or “dark”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--size takes a size such as 1280x800.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::Picture</name>
    <message>
        <source>The window was not ready in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::PreviewPanel</name>
    <message>
        <source>SQL Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database&apos;s URL decides which SQL is written, PostgreSQL&apos;s or SQLite&apos;s. Give one with File → Database URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No revision selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a revision of the timeline to see its SQL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is at the newest revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No revision is applied to the database.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::PreviewTool</name>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SQL that Apply would send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SQL that Roll Back would send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy SQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this revision alone, without a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this revision alone, back, without a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s), up to %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s), back to an empty database</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s), back to %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench::QuestionBridge</name>
    <message>
        <source>The question was not answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again and answer it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::RunLog</name>
    <message numerus="yes">
        <source>%n revision(s) on %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>That took %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Committed after %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::RunPanel</name>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolling back %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applying %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::RunSession</name>
    <message>
        <source>No database is open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::RunTool</name>
    <message>
        <source>&amp;Preview SQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Roll Back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection to the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is at a revision that this project does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is pending: the database is at the newest revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No revision is applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Apply %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Apply %n revision(s), up to the newest</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n revision(s), up to %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Roll back the current revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::SchemaTreeModel</name>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refers to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enum type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::SqlView</name>
    <message>
        <source>SQL preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::StatusLine</name>
    <message>
        <source>No project open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No revision applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::TextDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::TimelineModel</name>
    <message>
        <source>not compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Revision %2, builds on %3
%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision that this project does not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database says that it is at revision %1, but no file of this project has that revision.
The project may be older than the database, or it is another project&apos;s database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::TimelinePanel</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project&apos;s folders have no revision files yet. Revisions made with “alembic revision” appear here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::TimelineTool</name>
    <message>
        <source>Apply up to Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll Back to Here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Revision Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::WelcomePage</name>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stillroom opens Alembic projects as they are: choose the alembic.ini. Revisions are read, never run by Python.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench::WidgetDialogs</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The revision asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
