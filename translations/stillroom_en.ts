<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Migrations</name>
    <message numerus="yes">
        <source>insert %n row(s) into %1</source>
        <translation>
            <numerusform>insert %n row into %1</numerusform>
            <numerusform>insert %n rows into %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Step %1 was rolled back; %n step(s) before it are committed.</source>
        <translation>
            <numerusform>Step %1 was rolled back; %n step before it are committed.</numerusform>
            <numerusform>Step %1 was rolled back; %n steps before it are committed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>SQLite adds the column %1 to a table without rows only, and %2 has %n.</source>
        <translation>
            <numerusform>SQLite adds the column %1 to a table without rows only, and %2 has %n.</numerusform>
            <numerusform>SQLite adds the column %1 to a table without rows only, and %2 has %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Afterwards %n row(s) would refer to a parent that is not there.</source>
        <translation>
            <numerusform>Afterwards %n row would refer to a parent that is not there.</numerusform>
            <numerusform>Afterwards %n rows would refer to a parent that is not there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these row(s) are not in %1.</source>
        <translation>
            <numerusform>%n of these rows is not in %1.</numerusform>
            <numerusform>%n of these rows are not in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench::BrowserTool</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench::Confirmations</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Roll back %n revision(s) on %1?</source>
        <translation>
            <numerusform>Roll back %n revision on %1?</numerusform>
            <numerusform>Roll back %n revisions on %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n revision(s) on %1?</source>
        <translation>
            <numerusform>Apply %n revision on %1?</numerusform>
            <numerusform>Apply %n revisions on %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rolled back %n revision(s) in %1.</source>
        <translation>
            <numerusform>Rolled back %n revision in %1.</numerusform>
            <numerusform>Rolled back %n revisions in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Applied %n revision(s) in %1.</source>
        <translation>
            <numerusform>Applied %n revision in %1.</numerusform>
            <numerusform>Applied %n revisions in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. %n revision(s) had been committed before and stay.</source>
        <translation>
            <numerusform>Cancelled. %n revision had been committed before and stays.</numerusform>
            <numerusform>Cancelled. %n revisions had been committed before and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped by an error. %n revision(s) had been committed before and stay.</source>
        <translation>
            <numerusform>Stopped by an error. %n revision had been committed before and stays.</numerusform>
            <numerusform>Stopped by an error. %n revisions had been committed before and stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench::PreviewTool</name>
    <message numerus="yes">
        <source>%n revision(s), up to %1</source>
        <translation>
            <numerusform>%n revision, up to %1</numerusform>
            <numerusform>%n revisions, up to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s), back to an empty database</source>
        <translation>
            <numerusform>%n revision, back to an empty database</numerusform>
            <numerusform>%n revisions, back to an empty database</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s), back to %1</source>
        <translation>
            <numerusform>%n revision, back to %1</numerusform>
            <numerusform>%n revisions, back to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench::ProjectSettingsTool</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench::RunLog</name>
    <message numerus="yes">
        <source>%n revision(s) on %1</source>
        <translation>
            <numerusform>%n revision on %1</numerusform>
            <numerusform>%n revisions on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench::RunTool</name>
    <message numerus="yes">
        <source>Apply %n</source>
        <translation>
            <numerusform>Apply %n</numerusform>
            <numerusform>Apply %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n revision(s), up to the newest</source>
        <translation>
            <numerusform>Apply %n revision, up to the newest</numerusform>
            <numerusform>Apply %n revisions, up to the newest</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n revision(s), up to %1</source>
        <translation>
            <numerusform>Apply %n revision, up to %1</numerusform>
            <numerusform>Apply %n revisions, up to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench::SchemaTreeModel</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench::StatusLine</name>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench::TimelineTool</name>
    <message numerus="yes">
        <source>%n revision(s)</source>
        <translation>
            <numerusform>%n revision</numerusform>
            <numerusform>%n revisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
        </translation>
    </message>
</context>
</TS>
