<?php
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* wordpress-fill.php SITE POSTS: installs the WordPress in the folder SITE and
 * writes POSTS posts of many shapes. The same numbers give the same content,
 * but for the dates, which count back from now. Prints the accounts made. */

define('WP_INSTALLING', true);
require $argv[1] . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/image.php';
require __DIR__ . '/wordpress-text.php';

function wp_mail()
{
}

const PASSWORD = 'broadsheet';
const CATEGORIES = [
    'US' => 'us', 'World' => 'world', 'China' => 'china', 'Arts & Culture' => 'arts',
    'Science' => 'science', 'Entertainment' => 'entertainment', 'Sports' => 'sports',
    'Beyond Science' => 'beyond-science', '中文' => 'zh',
];
const AUTHORS = ['Ann O’Hara', 'Jörg Müller', '王小明', 'Staff & Agencies', 'Priya Nair'];

function make_picture(int $i): int
{
    [$width, $height, $type] = [[1600, 1000, 'jpg'], [900, 1350, 'jpg'], [1200, 1200, 'png'],
        [640, 360, 'jpg'], [2400, 1350, 'jpg'], [300, 200, 'png']][$i % 6];
    $picture = imagecreatetruecolor($width, $height);
    for ($y = 0; $y < $height; $y++) {
        $t = $y / $height;
        imageline($picture, 0, $y, $width, $y, imagecolorallocate($picture,
            (int) (70 + 120 * $t), (int) (40 + $i * 37 % 160), (int) (200 - 150 * $t)));
    }
    for ($n = 0; $n < 12; $n++) {
        imagefilledellipse($picture, mt_rand(0, $width), mt_rand(0, $height), mt_rand(40, $width),
            mt_rand(40, $height >> 1), imagecolorallocatealpha($picture, mt_rand(0, 255),
                mt_rand(0, 255), mt_rand(0, 255), 90));
    }
    imagestring($picture, 5, 20, 20, "Picture $i, $width x $height", 0xffffff);
    $file = wp_upload_dir()['path'] . "/picture-$i.$type";
    $type === 'png' ? imagepng($picture, $file) : imagejpeg($picture, $file, 85);
    $id = wp_insert_attachment([
        'post_title' => "Picture $i",
        'post_excerpt' => sentence() . ' (Photo: AP/Press &amp; Co.)',
        'post_mime_type' => $type === 'png' ? 'image/png' : 'image/jpeg',
    ], $file);
    wp_update_attachment_metadata($id, wp_generate_attachment_metadata($id, $file));
    update_post_meta($id, '_wp_attachment_image_alt', "Alternative text of “picture” $i");
    return $id;
}

function image_block(int $id, string $class = 'size-large'): string
{
    return block('image', ['id' => $id, 'sizeSlug' => 'large'],
        "<figure class=\"wp-block-image $class\">" . wp_get_attachment_image($id, 'large')
        . '<figcaption class="wp-element-caption">' . sentence() . '</figcaption></figure>');
}

function body(int $i, array $pictures): string
{
    switch ($i) {
        case 3:
            return '';
        case 4:
            return article(400, $pictures);
        case 5:
            return classic_body($pictures);
    }
    return article(mt_rand(4, 30), $pictures);
}

// What stands in an article between its paragraphs.
function article(int $blocks, array $pictures): string
{
    $picture = fn() => $pictures[mt_rand(0, count($pictures) - 1)];
    $html = paragraph();
    for ($n = 1; $n < $blocks; $n++) {
        switch (mt_rand(0, 39)) {
            case 0: case 1: case 2:
                $html .= heading();
                break;
            case 3: case 4: case 5:
                $html .= image_block($picture());
                break;
            case 6:
                $html .= block('gallery', ['linkTo' => 'none'],
                    '<figure class="wp-block-gallery has-nested-images columns-default is-cropped">'
                    . image_block($picture()) . image_block($picture()) . image_block($picture())
                    . '</figure>');
                break;
            case 7: case 8: case 9: case 10: case 11:
                $html .= special();
                break;
            default:
                $html .= paragraph();
        }
    }
    return $html;
}

wp_install('The Editors’ Daily', 'admin', 'admin@example.org', true, '', PASSWORD);
$administrator = get_user_by('login', 'admin');
wp_set_current_user($administrator->ID);
foreach ([
    'blogdescription' => 'News & views — 新闻', 'permalink_structure' => '/%year%/%monthnum%/%postname%/',
    'posts_per_rss' => 50, 'gmt_offset' => -5, 'default_ping_status' => 'closed',
] as $name => $value) {
    update_option($name, $value);
}
delete_option('rewrite_rules');

mt_srand(1);
begin_story(false);
$categories = [];
foreach (CATEGORIES as $name => $slug) {
    $categories[] = wp_insert_term($name, 'category',
        ['slug' => $slug, 'description' => "All of $name."])['term_id'];
}
$child = wp_insert_term('Space', 'category', ['slug' => 'space', 'parent' => $categories[4]])['term_id'];
$authors = [];
foreach (AUTHORS as $n => $name) {
    $authors[] = wp_insert_user(['user_login' => "author$n", 'user_pass' => PASSWORD,
        'user_email' => "author$n@example.org", 'display_name' => $name, 'role' => 'author',
        'description' => sentence()]);
}
$pictures = array_map('make_picture', range(0, 23));

wp_defer_term_counting(true);
$time = time();
$sticky = [];
for ($i = 0; $i < $posts = (int) $argv[2]; $i++) {
    begin_story($i % 9 === 8);
    $time -= mt_rand(60, 6 * 3600);
    $places = array_merge([$categories[$i % 9]], mt_rand(0, 2) ? [] : [$categories[mt_rand(0, 8)]],
        $i % 18 === 4 ? [$child] : []);
    $tags = array_map(fn() => tag(), range(0, mt_rand(0, 6)));
    $id = wp_insert_post([
        'post_title' => title($i),
        'post_content' => wp_slash(body($i, $pictures)),
        'post_excerpt' => mt_rand(0, 1) ? sentence() : '',
        'post_status' => [10 => 'draft', 11 => 'private'][$i] ?? 'publish',
        'post_password' => $i === 2 ? PASSWORD : '',
        'post_author' => $authors[mt_rand(0, 4)],
        'post_date_gmt' => gmdate('Y-m-d H:i:s', $time),
        'post_date' => gmdate('Y-m-d H:i:s', $time - 5 * 3600),
        'post_category' => $i === 7 ? [] : $places,
        'tags_input' => $tags,
    ], true);
    if (is_wp_error($id)) {
        fwrite(STDERR, "post $i: {$id->get_error_message()}\n");
        exit(1);
    }
    if ($i % 10 !== 9) {
        // Post 6 names a picture that is gone.
        update_post_meta($id, '_thumbnail_id', $i === 6 ? 999999 : $pictures[mt_rand(0, 23)]);
    }
    if (in_array($i, [20, 40, 60], true)) {
        $sticky[] = $id;
    }
    for ($n = $i % 25 ? 0 : mt_rand(1, 8); $n > 0; $n--) {
        wp_insert_comment(['comment_post_ID' => $id, 'comment_author' => 'A reader',
            'comment_content' => sentence(), 'comment_date_gmt' => gmdate('Y-m-d H:i:s', $time + 600 * $n)]);
    }
}
wp_defer_term_counting(false);
update_option('sticky_posts', $sticky);
foreach (['About us', 'Contact & imprint'] as $title) {
    wp_insert_post(['post_type' => 'page', 'post_status' => 'publish', 'post_title' => $title,
        'post_content' => paragraph()]);
}
[$secret] = WP_Application_Passwords::create_new_application_password($administrator->ID,
    ['name' => 'broadsheet']);
echo "account admin, password ", PASSWORD, ", application password $secret\n";
